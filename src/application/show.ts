import { itemNamed } from '../engagement/index';
import type { Loaded, Roster } from './ports';
import type { Answer, Showing } from './reply';
import type { Inbound, Request, StartAnswers } from './request';

type Shown = Exclude<Request, { type: 'act' | 'start' }>;

/** Finds what a request wants to see. Changes nothing. */
export const createShow = (roster: Roster) => {
  /** Forms in which people are chosen need to know who is there. */
  const withMembers = async (inbound: Inbound, showing: Showing): Promise<Showing> => {
    const needed = showing.show === 'startForm' || (showing.show === 'form' && showing.form === 'item.assign');
    if (!needed) return showing;
    const members = await roster.members(inbound.address);
    return { ...showing, ...(members && { members }) };
  };

  /** A guest is asked for the customer's lead. */
  const startForm = async (inbound: Inbound, filled: Partial<StartAnswers>): Promise<Showing> => {
    // Who cannot be looked up is shown the form all the same; sending it is what has to know.
    const known = await roster.member(inbound.address, inbound.by.id).catch(() => undefined);
    const asker = known ?? { ...inbound.by, guest: false };
    return withMembers(inbound, { show: 'startForm', filled, asker });
  };

  const showingOf = async (inbound: Inbound, request: Shown, seen: Loaded): Promise<Showing> => {
    const running = seen.engagement.status !== 'notStarted';
    if (request.type === 'unreadable') return { show: 'said' };
    if (request.type === 'empty') return { show: 'help' };
    if (request.type === 'greeting') return { show: running ? 'welcome' : 'nothingHere' };
    if (request.type === 'show' && request.what === 'startForm') {
      if (running) return { show: 'overview' };
      const customer = request.filled.customer ?? (await roster.nameOf(inbound.address));
      const filled = {
        ...(inbound.timeZone !== undefined && { timeZone: inbound.timeZone }),
        ...request.filled,
        ...(customer !== undefined && { customer }),
      };
      return startForm(inbound, filled);
    }
    if (!running && !(request.type === 'show' && request.what === 'help')) return { show: 'nothingHere' };
    if (request.type === 'choose') return { show: 'choice', options: request.options };
    if (request.type === 'unclear') {
      const { type, ...read } = request;
      return { show: type, ...read };
    }
    switch (request.what) {
      case 'help':
      case 'overview':
      case 'mine':
      case 'left':
        return { show: request.what };
      case 'section':
        return { show: 'section', section: request.section, which: request.which };
      case 'item':
        return { show: 'item', item: request.item };
      case 'form': {
        const { form, item, filled } = request;
        return withMembers(inbound, { show: 'form', form, item, filled });
      }
    }
  };

  const request = async (inbound: Inbound, wanted: Shown, seen: Loaded): Promise<Answer> => {
    const { engagement } = seen;
    if (wanted.type === 'empty' || wanted.type === 'unreadable') {
      const problem = wanted.type === 'empty' ? 'empty' : 'badInput';
      return { seen, says: [{ type: 'problem', problem }], show: await showingOf(inbound, wanted, seen) };
    }
    const unknown =
      wanted.type === 'show' &&
      'item' in wanted &&
      engagement.status !== 'notStarted' &&
      !itemNamed(engagement, wanted.item);
    if (unknown)
      return {
        seen,
        says: [{ type: 'refused', rejection: { code: 'item.unknown', item: wanted.item } }],
        show: { show: 'said' },
      };
    const running = wanted.type === 'show' && wanted.what === 'startForm' ? engagement.started : undefined;
    const says: Answer['says'] = running
      ? [
          {
            type: 'refused',
            rejection: {
              code: 'engagement.alreadyStarted',
              customer: engagement.customer,
              by: running.by,
              on: running.on,
            },
          },
        ]
      : [];
    const show = await showingOf(inbound, wanted, seen);
    // Whoever pressed a button expected the form; whoever wrote a sentence is told why there is one.
    if (inbound.kind === 'said' && show.show === 'form')
      return { seen, says: [{ type: 'problem', problem: 'incomplete' }], show };
    return { seen, says, show };
  };

  return { request, startForm, withMembers };
};
