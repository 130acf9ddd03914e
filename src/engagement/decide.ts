import { fold } from './evolve';
import { decideAdding } from './items/adding';
import { decideItem } from './items/decide';
import { decideLife } from './life/decide';
import { refusedByStatus } from './life/status';
import type { Command, Decision, Event, Fact, Ruling } from './messages';
import { type Asked, type Engagement, lotse } from './model';
import { decidePhase } from './phases/decide';
import { followingFrom } from './phases/moving-on';
import { decidePeople } from './roles/decide';
import { decideReminder } from './reminders/decide';
import { decideUndo } from './undo/decide';

/** What follows from a command: events, or why not. Authorises; never rejects a promise, never reads a clock. */
export const decide = (command: Command, engagement: Engagement, asked: Asked): Decision => {
  const refused = refusedByStatus(command, engagement, asked.by);
  const ruling: Ruling = refused ? { refused } : rule(command, engagement, asked);
  if ('refused' in ruling) return ruling;
  const stamp = (fact: Fact): Event => ({ ...fact, by: asked.by, at: asked.at, on: asked.today, op: asked.op });
  const own = [...backAgain(engagement, asked), ...ruling.facts].map(stamp);
  return { events: [...own, ...followingFrom(fold(own, engagement)).map(stamp)] };
};

/** Whoever does something here is here, whatever was said of them before. */
const backAgain = (engagement: Engagement, { by }: Asked): readonly Fact[] =>
  by !== lotse && engagement.gone.includes(by) ? [{ type: 'PersonJoined', person: by }] : [];

const rule = (command: Command, engagement: Engagement, asked: Asked): Ruling => {
  switch (command.type) {
    case 'StartEngagement':
    case 'ConfigureEngagement':
    case 'PauseEngagement':
    case 'ResumeEngagement':
    case 'FinishEngagement':
    case 'CancelEngagement':
    case 'DiscardEngagement':
      return decideLife(command, engagement, asked);
    case 'AcknowledgePhase':
    case 'ConfirmResults':
    case 'RecordConfirmation':
    case 'WithdrawConfirmation':
    case 'AdvancePhase':
    case 'ReturnToPhase':
      return decidePhase(command, engagement, asked);
    case 'SetRole':
    case 'HandOver':
    case 'SetAway':
    case 'LeaveTeam':
    case 'JoinTeam':
      return decidePeople(command, engagement, asked);
    case 'SetCheckpoint':
    case 'SkipCheckpoint':
    case 'SnoozeReminders':
    case 'PostCheckpoint':
    case 'RemindOfItems':
      return decideReminder(command, engagement, asked);
    case 'Undo':
      return decideUndo(command, engagement, asked);
    case 'AddItems':
      return decideAdding(command, engagement, asked);
    default:
      return decideItem(command, engagement, asked);
  }
};
