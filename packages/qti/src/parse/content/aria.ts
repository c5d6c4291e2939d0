import { anyText, decimal, id, ids, integer, oneOf, trueOrFalse, type ValueCheck, wholeNumber } from './checks.ts';

const triState = oneOf('true false mixed undefined');
const known = oneOf('true false undefined');

/** The WAI-ARIA attributes of QTI 3 (ASI information model, the ARIA characteristics of class BodyElement). */
export const ARIA_ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  'aria-activedescendant': id,
  'aria-atomic': trueOrFalse,
  'aria-autocomplete': oneOf('inline list both none'),
  'aria-busy': trueOrFalse,
  'aria-checked': triState,
  'aria-colcount': integer,
  'aria-colindex': wholeNumber,
  'aria-colspan': wholeNumber,
  'aria-controls': ids,
  'aria-current': oneOf('page step location date time true false undefined'),
  'aria-describedby': ids,
  'aria-details': id,
  'aria-disabled': trueOrFalse,
  'aria-errormessage': id,
  'aria-expanded': known,
  'aria-flowto': ids,
  'aria-haspopup': oneOf('true false menu listbox tree grid dialog'),
  'aria-hidden': trueOrFalse,
  'aria-invalid': oneOf('true false grammar spelling'),
  'aria-keyshortcuts': anyText,
  'aria-label': anyText,
  'aria-labelledby': ids,
  'aria-level': wholeNumber,
  'aria-live': oneOf('off polite assertive'),
  'aria-modal': trueOrFalse,
  'aria-multiline': trueOrFalse,
  'aria-multiselectable': trueOrFalse,
  'aria-orientation': oneOf('vertical horizontal undefined'),
  'aria-owns': ids,
  'aria-placeholder': anyText,
  'aria-posinset': wholeNumber,
  'aria-pressed': triState,
  'aria-readonly': trueOrFalse,
  'aria-relevant': anyText,
  'aria-required': trueOrFalse,
  'aria-roledescription': anyText,
  'aria-rowcount': integer,
  'aria-rowindex': wholeNumber,
  'aria-rowspan': wholeNumber,
  'aria-selected': known,
  'aria-setsize': integer,
  'aria-sort': oneOf('ascending descending none other'),
  'aria-valuemax': decimal,
  'aria-valuemin': decimal,
  'aria-valuenow': decimal,
  'aria-valuetext': anyText,
};

/** The roles of QTI 3 (ASI information model, enumeration ARIARoleValue), and `none`, WAI-ARIA's newer `presentation`. */
export const role = oneOf(
  `article columnheader definition document group heading img list listitem math note presentation region row rowgroup
   rowheader separator toolbar button checkbox gridcell link log option radio slider spinbutton status tab tabpanel
   textbox timer listbox radiogroup tablist complementary contentinfo alert alertdialog application banner combobox
   dialog directory feed form grid main marquee menu menubar menuitem menuitemcheckbox menuitemradio navigation
   progressbar scrollbar search tooltip tree treegrid treeitem searchbox switch term figure code time subscript
   superscript meter generic insertion deletion strong emphasis table cell none`.replaceAll(/\s+/g, ' '),
);
