import { useId } from 'react';
import { useDocument } from '../../document/document-context.ts';
import { intlLocaleOf, type Locale } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { spanOf, type TopicScore } from './report.ts';
import styles from './topic-figure.module.css';

interface TopicFigureProps {
  topics: readonly TopicScore[];
  /** Of the whole assessment. */
  passMark: number;
  maxScore: number;
}

const rowHeight = 52;
const axisHeight = 28;
const topHeight = 24;

const format = (value: number, locale: Locale, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(intlLocaleOf(locale), options).format(value);

const percentOf = (share: number, locale: Locale, decimals = 0): string =>
  format(share / 100, locale, { style: 'percent', maximumFractionDigits: decimals });

/** Points, with two decimals where they are no whole ones. */
export const pointsOf = (points: number, locale: Locale): string =>
  format(points, locale, { maximumFractionDigits: 2 });

/** Topics with error bars. Positions are shares of the width, so that it is drawn, not shrunk, at every size. */
export const TopicFigure = ({ topics, passMark, maxScore }: TopicFigureProps) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const id = useId();
  const hasBars = topics.some(({ marginPoints }) => marginPoints > 0);
  const count = topics.length;
  const mark = maxScore > 0 ? (passMark / maxScore) * 100 : 0;
  const height = topHeight + count * rowHeight + axisHeight;
  const foot = topHeight + count * rowHeight;
  return (
    <figure className={styles.figure} data-wide>
      <figcaption id={`${id}-sentence`} className={styles.sentence}>
        {t(hasBars ? 'topicSentence' : 'criterionSentence', { count })}
      </figcaption>
      <svg
        role="img"
        aria-label={t(hasBars ? 'figure' : 'figureCriteria')}
        aria-describedby={`${id}-sentence`}
        width="100%"
        height={height}
      >
        {[0, 25, 50, 75, 100].map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={`${tick}%`} x2={`${tick}%`} y1={topHeight} y2={foot} />
            <text
              className={styles.tick}
              x={`${tick}%`}
              y={foot + 20}
              textAnchor={tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'}
            >
              {percentOf(tick, locale)}
            </text>
          </g>
        ))}
        <line className={styles.cut} x1={`${mark}%`} x2={`${mark}%`} y1={topHeight - 4} y2={foot} />
        <text className={styles.cutName} x={`${mark}%`} y={topHeight - 9} textAnchor={mark > 50 ? 'end' : 'start'}>
          {t('passMarkWhole', { percent: percentOf(mark, locale, 1) })}
        </text>
        {topics.map((topic, at) => {
          const { at: share, from, to } = spanOf(topic);
          const y = topHeight + at * rowHeight + 36;
          return (
            <g key={topic.topic}>
              <text className={styles.name} x="0" y={y - 16}>
                {topic.title}
              </text>
              {topic.marginPoints > 0 && (
                <>
                  <line className={styles.bar} x1={`${from}%`} x2={`${to}%`} y1={y} y2={y} />
                  {[from, to].map((end) => (
                    <line key={end} className={styles.bar} x1={`${end}%`} x2={`${end}%`} y1={y - 5} y2={y + 5} />
                  ))}
                </>
              )}
              <circle className={styles.dot} cx={`${share}%`} cy={y} r="5" />
            </g>
          );
        })}
      </svg>
      <details className={styles.numbers}>
        <summary>{t('numbers')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(hasBars ? 'topic' : 'criterion')}</th>
              <th scope="col">{t('points')}</th>
              <th scope="col">{t('share')}</th>
              {hasBars && <th scope="col">{t('margin')}</th>}
            </tr>
          </thead>
          <tbody>
            {topics.map(({ topic, title, score, maxScore: max, marginPoints }) => (
              <tr key={topic}>
                <th scope="row">{title}</th>
                <td>{t('of', { score: pointsOf(score, locale), max: pointsOf(max, locale) })}</td>
                <td>{percentOf(max > 0 ? (score / max) * 100 : 0, locale)}</td>
                {hasBars && (
                  <td>± {format(marginPoints, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
