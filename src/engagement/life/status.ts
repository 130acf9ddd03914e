import type { Command, Rejection } from '../messages';
import type { Engagement, PersonId } from '../model';
import { roleOf, withRole } from '../roles/may';

const evenPaused: readonly Command['type'][] = [
  'ResumeEngagement',
  'CancelEngagement',
  'DiscardEngagement',
  'LeaveTeam',
  'JoinTeam',
];

/** Without a lead nobody could ever resume it. */
const takesOver = (command: Command, engagement: Engagement, by: PersonId): boolean =>
  command.type === 'SetRole' &&
  command.role === 'lead' &&
  command.person === by &&
  roleOf(engagement, by) === 'member' &&
  withRole(engagement, 'lead').every((lead) => command.absent?.includes(lead));

/** Whether an onboarding that has not begun, is paused or is over lets anything happen. */
export const refusedByStatus = (command: Command, engagement: Engagement, by: PersonId): Rejection | undefined => {
  const { status, paused, ended } = engagement;
  if (status === 'notStarted')
    return command.type === 'StartEngagement' ? undefined : { code: 'engagement.notStarted' };
  if (ended) return { code: 'engagement.ended', status, by: ended.by, on: ended.on };
  if (!paused || evenPaused.includes(command.type) || takesOver(command, engagement, by)) return undefined;
  const { on, until } = paused;
  return { code: 'engagement.paused', by: paused.by, on, ...(until !== undefined && { until }) };
};
