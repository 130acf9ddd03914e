import { type Calendar, itemNamed, type Rejection, upcomingCheckpoints } from '../engagement/index';
import { itemsAsked } from './find-items';
import type { FindHistory } from './history';
import type { Keep } from './keep';
import { missingFor } from './needs';
import { nobody, personOf } from './people';
import type { Clock, Loaded, Member, OutsideId, Roster } from './ports';
import type { PostAnew } from './post-anew';
import type { Answer, Saying, Showing } from './reply';
import type { Form, HistoryQuestion, Inbound, ItemQuestion, Request, StartAnswers } from './request';
import { itemsIn, showingOf } from './showing-of';
import type { Subject } from './subject';

type Shown = Exclude<Request, { type: 'act' | 'start' | 'add' | 'confirm' }>;
type StartForm = Extract<Request, { what: 'startForm' }>;

/** Forms in which people are chosen. */
const ofPeople: readonly Form[] = ['item.assign', 'role.set', 'person.handOver', 'person.away'];

const choosesPeople = (showing: Showing): showing is Extract<Showing, { readonly members?: readonly Member[] }> =>
  showing.show === 'startForm' ||
  (showing.show === 'whichItem' && showing.verb === 'item.assign') ||
  (showing.show === 'form' && ofPeople.includes(showing.form));

type Parts = {
  readonly roster: Roster;
  readonly keep: Keep;
  readonly postAnew: PostAnew;
  readonly findHistory: FindHistory;
  readonly clock: Clock;
  readonly calendar: Calendar;
};

/** Finds what a request wants to see. Changes nothing but where it stands. */
export const createShow = ({ roster, keep, postAnew, findHistory, clock, calendar }: Parts) => {
  /** Forms in which people are chosen need to know who is there; for handing over, who was there, too. */
  const withMembers = async (inbound: Inbound, showing: Showing, seen?: Loaded): Promise<Showing> => {
    if (!choosesPeople(showing) || showing.members) return showing;
    const there = await roster.members(inbound.address);
    if (!there) return showing;
    const left = showing.show === 'form' && showing.form === 'person.handOver' && seen ? goneFrom(seen) : [];
    return { ...showing, members: [...there, ...left.filter(({ id }) => !there.some((one) => one.id === id))] };
  };

  /** With what is found elsewhere than in the request. */
  const completed = async (inbound: Inbound, showing: Showing, seen: Loaded): Promise<Showing> =>
    showing.show === 'checkpoints'
      ? { ...showing, next: upcomingCheckpoints(seen.engagement, clock.now(), calendar, 2) }
      : withMembers(inbound, showing, seen);

  /** A guest is asked for the customer's lead. */
  const startForm = async (inbound: Inbound, filled: Partial<StartAnswers>): Promise<Showing> => {
    // Who cannot be looked up is shown the form all the same; sending it is what has to know.
    const known = await roster.member(inbound.address, inbound.by.id).catch(() => undefined);
    const asker = known ?? { ...inbound.by, guest: false };
    return withMembers(inbound, { show: 'startForm', filled, asker });
  };

  /** Where one runs already, that one is shown; where one has ended, the next may begin. */
  const toStart = async (inbound: Inbound, { filled }: StartForm, seen: Loaded): Promise<Answer> => {
    const { started, ended, customer } = seen.engagement;
    if (started && !ended)
      return {
        seen,
        says: [refusal({ code: 'engagement.alreadyStarted', customer, by: started.by, on: started.on })],
        show: { show: 'overview' },
      };
    const named = filled.customer ?? (ended ? customer : await roster.nameOf(inbound.address));
    const known = {
      ...(inbound.by.timeZone !== undefined && { timeZone: inbound.by.timeZone }),
      ...filled,
      ...(named !== undefined && { customer: named }),
    };
    return { seen, show: await startForm(inbound, known) };
  };

  /** Whoever writes for the overview wants it to stand where the talk is: it is posted anew, once for each time. */
  const overview = async ({ inbound, here }: Subject, anew: boolean, seen: Loaded): Promise<Showing> => {
    const isToMove = anew && inbound.kind === 'said' && !here && !seen.engagement.ended;
    const moved = isToMove && (await keep(seen.id, inbound.op, inbound.by)) && (await postAnew(seen.id));
    if (moved) return { show: 'posted' };
    return { show: seen.engagement.status === 'finished' ? 'closing' : 'overview' };
  };

  /** A mention has an id of its own for somebody; the roster knows who that is. */
  const whoIs = async ({ address, by }: Inbound, person: OutsideId): Promise<OutsideId> =>
    person === by.id ? person : ((await roster.member(address, person))?.id ?? person);

  const history = async (inbound: Inbound, question: HistoryQuestion, seen: Loaded): Promise<Showing> => {
    const { person } = question;
    const asked = { ...question, ...(person !== undefined && { person: await whoIs(inbound, person) }) };
    return { show: 'history', question: asked, ...(await findHistory(seen, asked, inbound.alone && inbound.by.id)) };
  };

  /** Whoever is named here is known by the mention, by the roster, or from what they did. */
  const items = async (inbound: Inbound, asked: ItemQuestion, seen: Loaded): Promise<Showing> => {
    const question = { ...asked, ...(asked.person !== undefined && { person: await whoIs(inbound, asked.person) }) };
    const person = question.person === undefined ? undefined : (personOf(seen.people, question.person) ?? nobody);
    const today = calendar.dayOf(clock.now(), seen.engagement.timeZone);
    const found = itemsAsked(seen.engagement, question, today, person);
    return { show: 'items', question, items: found, ...(person !== undefined && { person }) };
  };

  const request = async (subject: Subject, wanted: Shown, seen: Loaded): Promise<Answer> => {
    const { inbound } = subject;
    const { status } = seen.engagement;
    const isReadable = status !== 'notStarted' && status !== 'discarded';
    if (wanted.type === 'unreadable') return problem(seen, 'badInput', { show: 'said' });
    if (wanted.type === 'empty' && inbound.personal) return { seen, show: { show: 'help' } };
    if (wanted.type === 'empty') return problem(seen, 'empty', { show: 'help' });
    const alone = inbound.personal === true && (!isReadable || subject.here !== undefined);
    if (wanted.type === 'declined') return problem(seen, 'declined', { show: 'said' });
    if (wanted.type === 'greeting' && wanted.thanks) return problem(seen, 'thanked', { show: 'said' });
    if (wanted.type === 'greeting' && alone) return { seen, show: { show: 'welcome', alone } };
    if (wanted.type === 'greeting') return { seen, show: { show: isReadable ? 'welcome' : 'nothingHere' } };
    if (wanted.type === 'show' && wanted.what === 'startForm') return toStart(inbound, wanted, seen);
    if (wanted.type === 'show' && wanted.what === 'help') return { seen, show: { show: 'help' } };
    // One's own items are found across onboardings; whoever is still asked for them here is part of none.
    if (!isReadable || (wanted.type === 'show' && wanted.what === 'mine'))
      return { seen, show: { show: 'nothingHere' } };
    const unknown = itemsIn(wanted).find((code) => !itemNamed(seen.engagement, code));
    if (unknown !== undefined)
      return { seen, says: [refusal({ code: 'item.unknown', item: unknown })], show: { show: 'said' } };
    if (wanted.type === 'show' && wanted.what === 'overview')
      return { seen, show: await overview(subject, wanted.anew === true, seen) };
    if (wanted.type === 'show' && wanted.what === 'history')
      return { seen, show: await history(inbound, wanted.question, seen) };
    if (wanted.type === 'show' && wanted.what === 'items')
      return { seen, show: await items(inbound, wanted.question, seen) };
    const show = showingOf(wanted, seen, personOf(seen.people, inbound.by.id) ?? nobody);
    // Whoever pressed a button expected the form; whoever wrote a sentence is told why there is one.
    const isForm =
      (show.show === 'whichItem' && show.items.length > 0) ||
      (show.show === 'form' && show.form !== 'engagement.configure');
    return inbound.kind === 'said' && isForm ? { seen, says: [whatIsMissing(show)], show } : { seen, show };
  };

  return { request, startForm, completed };
};

const goneFrom = ({ engagement, people }: Loaded): readonly Member[] =>
  engagement.gone.flatMap((key) => {
    const person = people[key];
    return person ? [{ id: person.id, name: person.name, guest: person.guest ?? false }] : [];
  });

/** A form that lacks nothing has to be looked at all the same. */
const whatIsMissing = (show: Showing): Saying => {
  const inputs =
    show.show === 'whichItem'
      ? (['itemId', ...missingFor(show.verb, {}, show.filled)] as const)
      : show.show === 'form'
        ? missingFor(show.form, show.about, show.filled)
        : [];
  return inputs.length > 0 ? { type: 'missing', inputs } : { type: 'problem', problem: 'toCheck' };
};

const refusal = (rejection: Rejection): Saying => ({ type: 'refused', rejection });

const problem = (seen: Loaded, what: 'badInput' | 'empty' | 'declined' | 'thanked', show: Showing): Answer => ({
  seen,
  says: [{ type: 'problem', problem: what }],
  show,
});
