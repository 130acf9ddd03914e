import { type Calendar, itemNamed, type Rejection, upcomingCheckpoints } from '../engagement/index';
import type { FindHistory } from './history';
import type { Keep } from './keep';
import type { Clock, Loaded, Member, Roster } from './ports';
import type { PostAnew } from './post-anew';
import type { Answer, Saying, Showing } from './reply';
import type { Form, HistoryQuestion, Inbound, Request, StartAnswers } from './request';
import type { Subject } from './subject';

type Shown = Exclude<Request, { type: 'act' | 'start' | 'add' | 'confirm' }>;
type StartForm = Extract<Request, { what: 'startForm' }>;
type Readable = Exclude<Shown, StartForm | { type: 'empty' | 'unreadable' | 'greeting' }>;

/** Forms in which people are chosen. */
const ofPeople: readonly Form[] = ['item.assign', 'role.set', 'person.handOver', 'person.away'];

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
    const needed = showing.show === 'startForm' || (showing.show === 'form' && ofPeople.includes(showing.form));
    if (!needed || showing.members) return showing;
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
  const history = async (inbound: Inbound, question: HistoryQuestion, seen: Loaded): Promise<Showing> => {
    const { person } = question;
    const { address, by, alone } = inbound;
    const known = person === undefined || person === by.id ? undefined : await roster.member(address, person);
    const asked = { ...question, ...(known && { person: known.id }) };
    return { show: 'history', question: asked, ...(await findHistory(seen, asked, alone && by.id)) };
  };

  const request = async (subject: Subject, wanted: Shown, seen: Loaded): Promise<Answer> => {
    const { inbound } = subject;
    const { status } = seen.engagement;
    const isReadable = status !== 'notStarted' && status !== 'discarded';
    if (wanted.type === 'unreadable') return problem(seen, 'badInput', { show: 'said' });
    if (wanted.type === 'empty' && inbound.personal) return { seen, show: { show: 'help' } };
    if (wanted.type === 'empty') return problem(seen, 'empty', { show: 'help' });
    const alone = inbound.personal === true && (!isReadable || subject.here !== undefined);
    if (wanted.type === 'greeting' && alone) return { seen, show: { show: 'welcome', alone } };
    if (wanted.type === 'greeting') return { seen, show: { show: isReadable ? 'welcome' : 'nothingHere' } };
    if (wanted.type === 'show' && wanted.what === 'startForm') return toStart(inbound, wanted, seen);
    if (wanted.type === 'show' && wanted.what === 'help') return { seen, show: { show: 'help' } };
    // One's own items are found across onboardings; whoever is still asked for them here is part of none.
    if (!isReadable || (wanted.type === 'show' && wanted.what === 'mine'))
      return { seen, show: { show: 'nothingHere' } };
    const code = itemIn(wanted);
    if (code !== undefined && !itemNamed(seen.engagement, code))
      return { seen, says: [refusal({ code: 'item.unknown', item: code })], show: { show: 'said' } };
    if (wanted.type === 'show' && wanted.what === 'overview')
      return { seen, show: await overview(subject, wanted.anew === true, seen) };
    if (wanted.type === 'show' && wanted.what === 'history')
      return { seen, show: await history(inbound, wanted.question, seen) };
    const show = showingOf(wanted, seen);
    // Whoever pressed a button expected the form; whoever wrote a sentence is told why there is one.
    const asksBack = inbound.kind === 'said' && show.show === 'form' && show.form !== 'engagement.configure';
    return asksBack ? problem(seen, 'incomplete', show) : { seen, show };
  };

  return { request, startForm, completed };
};

const goneFrom = ({ engagement, people }: Loaded): readonly Member[] =>
  engagement.gone.flatMap((key) => {
    const person = people[key];
    return person ? [{ id: person.id, name: person.name, guest: person.guest ?? false }] : [];
  });

const refusal = (rejection: Rejection): Saying => ({ type: 'refused', rejection });

const problem = (seen: Loaded, what: 'badInput' | 'empty' | 'incomplete', show: Showing): Answer => ({
  seen,
  says: [{ type: 'problem', problem: what }],
  show,
});

const itemIn = (wanted: Readable): string | undefined => {
  if (wanted.type === 'move') return wanted.item;
  if (wanted.type !== 'show') return undefined;
  if (wanted.what === 'item') return wanted.item;
  if (wanted.what === 'history') return wanted.question.item;
  return wanted.what === 'form' ? wanted.about.item : undefined;
};

/** What needs more than the state is found elsewhere. */
type Simple = Exclude<Readable, { type: 'show'; what: 'overview' | 'history' | 'mine' }>;

const showingOf = (wanted: Simple, { engagement }: Loaded): Showing => {
  if (wanted.type === 'choose') return { show: 'choice', options: wanted.options };
  if (wanted.type === 'unclear') {
    const { type, ...read } = wanted;
    return { show: type, ...read };
  }
  if (wanted.type === 'move') {
    const { item, day } = wanted;
    if (itemNamed(engagement, item)?.dueOn !== undefined) return { show: 'moveOrDefer', item, day };
    return { show: 'form', form: 'item.defer', about: { item }, filled: { until: day } };
  }
  switch (wanted.what) {
    case 'help':
    case 'text':
    case 'left':
    case 'checkpoints':
      return { show: wanted.what };
    case 'section': {
      const { section, which, page } = wanted;
      return { show: 'section', section, which, ...(page !== undefined && { page }) };
    }
    case 'item':
      return { show: 'item', item: wanted.item };
    case 'form': {
      const { form, about, filled } = wanted;
      return { show: 'form', form, about, filled };
    }
  }
};
