import type { Loaded, Notice } from '../../../application/ports';
import type { Showing } from '../../../application/reply';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { bare, plain } from './plain';
import { type Press, pressOf, showItem } from './press';
import type { Screen } from './screen';

type Line = { readonly text: string; readonly subtle: boolean; readonly weight: 'Default' | 'Bolder' };
type Titled = Press & { readonly title: string };

const line = (text: string, subtle = false): Line => ({ text, subtle, weight: 'Default' });
const strong = (text: string): Line => ({ text, subtle: false, weight: 'Bolder' });

const notice = (
  title: string,
  lines: readonly Line[],
  presses: readonly Titled[],
  entities: readonly object[] = [],
): Screen => ({
  card: 'notice',
  summary: title,
  data: { title, lines, buttons: buttonsOf(presses), entities },
});

/** Nothing but the sentences that are told. */
export const said = (): Screen => notice('', [], []);

export const help = ({ words, engagement, engagementId }: Context): Screen => {
  const { overview, mine, start } = showButtons(words, engagementId);
  const lines = [
    line(words.say('help/intro')),
    strong(words.say('help/see')),
    line(words.say('help/seeList')),
    strong(words.say('help/act')),
    line(words.say('help/actList')),
    line(words.say('help/words'), true),
    line(words.say('help/other'), true),
  ];
  return notice(words.say('help/title'), lines, engagement.status === 'notStarted' ? [start] : [overview, mine]);
};

export const welcome = ({ words, engagement, engagementId }: Context): Screen => {
  const { overview, help: ask, start } = showButtons(words, engagementId);
  const lines = [
    line(words.say('welcome/text')),
    line(words.say('welcome/how')),
    line(words.say('welcome/visible'), true),
    line(words.say('welcome/other'), true),
  ];
  return notice(words.say('welcome/title'), lines, [engagement.status === 'notStarted' ? start : overview, ask]);
};

export const nothingHere = ({ words, engagementId }: Context): Screen => {
  const { start, help: ask } = showButtons(words, engagementId);
  return notice(words.say('nothingHere/title'), [line(words.say('nothingHere/text'))], [start, ask]);
};

export const started = ({ words, engagement, engagementId }: Context): Screen => {
  const { overview, general, help: ask } = showButtons(words, engagementId);
  const title = words.say('started/title', { customer: plain(engagement.customer) });
  return notice(title, [line(words.say('started/text'))], [overview, general, ask]);
};

/** An ask-back: each choice does to its item what the sentence said. */
export const choice = (context: Context, { options }: Extract<Showing, { show: 'choice' }>): Screen => {
  const { words, engagementId, title } = context;
  // Titles on buttons would be cut off on a phone; as lines they wrap.
  const lines = [line(words.say('choice/text')), ...options.map(({ item }) => line(`**${item}** ${title(item)}`))];
  const presses = options.map(({ item, request }) => ({ title: item, ...pressOf(request, item, engagementId) }));
  const screen = notice(words.say('choice/title'), lines, presses);
  // Every choice stays in sight: none is less likely to be meant than the others.
  return {
    ...screen,
    data: { ...screen.data, buttons: buttonsOf(presses).map((button) => ({ ...button, mode: 'primary' })) },
  };
};

export const unclear = (context: Context, showing: Extract<Showing, { show: 'unclear' }>): Screen => {
  const { words, engagementId, day } = context;
  const read = [...showing.items, ...(showing.day === undefined ? [] : [day(showing.day)])];
  const what =
    read.length > 1
      ? words.say('unclear/and', { first: read.slice(0, -1).join(', '), last: read.at(-1) ?? '' })
      : read.join('');
  const first = showing.unknownCode
    ? words.say('unclear/unknownCode', { item: plain(showing.unknownCode) })
    : what === ''
      ? words.say('unclear/nothing')
      : words.say('unclear/read', { what });
  const example = showing.items[0] ?? 'A3';
  const lines = [
    line(words.say('unclear/try')),
    line(words.say('unclear/example1', { item: example })),
    line(words.say('unclear/example2')),
  ];
  const { help: ask } = showButtons(words, engagementId);
  const shows = showing.items
    .slice(0, 3)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));
  // With a date read, deferring is what may have been meant; its form asks for the rest.
  const [only, ...others] = showing.items;
  const until = showing.day;
  const defer =
    only !== undefined && others.length === 0 && until !== undefined
      ? [
          {
            title: words.say('unclear/defer', { item: only }),
            verb: 'form.show',
            data: { engagementId, form: 'item.defer', itemId: only, until },
          },
        ]
      : [];
  return notice(first, lines, [...defer, ...shows, ask]);
};

/** Told to one person, by a mention under the post the items stand on. */
export const assigned = (context: Context, told: Notice, seen: Loaded | undefined): Screen => {
  const { words, name, engagementId, title } = context;
  const person = seen?.people[told.to];
  // Teams takes a mention only if the entity repeats its text to the letter.
  const mention = person ? `<at>${person.name.replace(/[<>&]/g, '')}</at>` : name(told.to);
  const text = words.say('notice/assigned', { count: told.items.length, to: mention, by: name(told.by) });
  const lines = [line(text), ...told.items.map((item) => line(`**${item}** ${title(item)}`))];
  const entities = person ? [{ type: 'mention', text: mention, mentioned: { id: person.id, name: person.name } }] : [];
  const presses = told.items
    .slice(0, 3)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));
  const summary = words.say('notice/summary', {
    by: bare(name(told.by)),
    to: bare(name(told.to)),
    items: told.items.join(', '),
  });
  return { ...notice('', lines, presses, entities), summary };
};
