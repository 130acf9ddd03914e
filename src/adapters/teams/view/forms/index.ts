import type { Showing } from '../../../../application/reply';
import { itemsAbout } from '../../../../application/request';
import type { Context } from '../context';
import type { Screen } from '../screen';
import { itemForm } from './item';
import { cancelForm, pauseForm, settingsForm } from './life';
import { type FormContent, formScreen } from './parts';
import { awayForm, handOverForm, roleForm } from './people';
import { checkpointForm, snoozeForm } from './reminders';
import { addForm, advanceForm, recordForm, returnForm } from './phase';

type Shown = Extract<Showing, { show: 'form' }>;

/** The form of one verb. Sending it presses that verb, or shows first what that would do. */
export const form = (context: Context, showing: Shown): Screen => formScreen(context, contentOf(context, showing));

const contentOf = (context: Context, { form: verb, about, filled, members }: Shown): FormContent => {
  switch (verb) {
    case 'item.add':
      return addForm(context, about, filled);
    case 'phase.confirm':
      return recordForm(context, filled);
    case 'phase.advance':
      return advanceForm(context, about, filled);
    case 'phase.return':
      return returnForm(context, about, filled);
    case 'role.set':
      return roleForm(context, filled, members);
    case 'person.handOver':
      return handOverForm(context, filled, members);
    case 'person.away':
      return awayForm(context, filled, members);
    case 'engagement.configure':
      return settingsForm(context, filled);
    case 'checkpoint.set':
      return checkpointForm(context, filled);
    case 'reminder.snooze':
      return snoozeForm(context, filled);
    case 'engagement.pause':
      return pauseForm(context, filled);
    case 'engagement.cancel':
      return cancelForm(context, filled);
    default:
      return itemForm(context, verb, itemsAbout(about), filled, members);
  }
};
