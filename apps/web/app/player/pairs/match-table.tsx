import type { AssociableChoice } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { pair, pairsOf, samePair, unpair } from '../answers/pair.ts';
import { TakeBack } from '../choices/take-back.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { Marks } from '../review/marks.tsx';
import { pairInKey } from '../review/same.ts';
import type { Faces } from './match.tsx';
import styles from './match-table.module.css';
import { obstacleWords } from './obstacle-words.ts';

type Props = InteractionProps<KindOf<'match'>> & Faces;

/** A row for each choice of the first set, a column for each of the second; radios where a row takes one. */
export const MatchTable = (props: Props) => {
  const { interaction, id, value, onChange, mode, labelledBy, describedBy, context, face, nameOf } = props;
  const { cardinality, associations, classes, data, sets } = interaction;
  const t = useText(messages);
  const [rows, columns] = sets;
  const pairing = { cardinality, directed: true, max: associations.max };
  const alone = cardinality === 'single' || associations.max === 1;
  const pairs = pairsOf(value);
  const exclusive = (row: AssociableChoice) => alone || row.matchMax === 1;

  const press = (row: AssociableChoice, column: AssociableChoice) => {
    const one = { from: row.identifier, to: column.identifier };
    if (!exclusive(row) && pairs.some((each) => samePair(each, one, true)))
      return onChange(unpair(value, one, pairing));
    const replaced = exclusive(row) ? pairs.find(({ from }) => from === row.identifier) : undefined;
    const change = pair(value, row, column, pairing, replaced);
    if (change.ok) return onChange(change.value);
    const names = { one: nameOf(row.identifier), other: nameOf(column.identifier) };
    context.say(obstacleWords(t, change.obstacle, { ...names, nameOf, tooMany: data['max-selections-message'] }));
  };
  const described = describedBy === undefined ? {} : { 'aria-describedby': describedBy };
  return (
    <>
      <div className={styles.box}>
        <table className={styles.table} aria-labelledby={labelledBy} {...described}>
          <thead className={classes.includes('qti-header-hidden') ? 't-hidden' : undefined}>
            <tr>
              <td>{data['first-column-header'] ?? ''}</td>
              {columns.map(({ identifier }) => (
                <th key={identifier} scope="col" id={`${id}-${identifier}`}>
                  {face(identifier)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.identifier}>
                <th scope="row" id={`${id}-${row.identifier}`}>
                  {face(row.identifier)}
                </th>
                {columns.map((column) => (
                  <Cell
                    {...props}
                    key={column.identifier}
                    row={row}
                    column={column}
                    name={alone ? id : `${id}-${row.identifier}`}
                    type={exclusive(row) ? 'radio' : 'checkbox'}
                    onPress={() => press(row, column)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mode === 'open' && rows.some(exclusive) && <TakeBack shown={pairs.length > 0} onClick={() => onChange(null)} />}
    </>
  );
};

interface CellProps extends Props {
  readonly row: AssociableChoice;
  readonly column: AssociableChoice;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  onPress(): void;
}

const Cell = ({ id, value, mode, correct, row, column, name, type, onPress, face }: CellProps) => {
  const one = { from: row.identifier, to: column.identifier };
  const isChosen = pairsOf(value).some((each) => samePair(each, one, true));
  return (
    <td className={styles.cell} data-chosen={isChosen}>
      <label className={styles.press}>
        <input
          type={type}
          name={name}
          checked={isChosen}
          disabled={mode !== 'open'}
          aria-labelledby={`${id}-${row.identifier} ${id}-${column.identifier}`}
          onChange={onPress}
        />
        {/* Where rows stand one below the other, each cell says what its column says. */}
        <span className={styles.narrow} aria-hidden="true">
          {face(column.identifier)}
        </span>
        {mode === 'review' && <Marks chosen={isChosen} inKey={pairInKey(correct, one, true)} />}
      </label>
    </td>
  );
};
