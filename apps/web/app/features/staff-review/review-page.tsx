import { findPayerClass, findRegion, trackTitle } from '@testamur/program';
import { redirect } from 'react-router';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { History } from '../../parts/history.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { StaffStatus } from '../../staff/candidacy-status.tsx';
import { Note } from '../../staff/note.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useSay } from '../../text/use-say.ts';
import { useText } from '../../text/use-text.ts';
import { ruleTree } from '../public-programs/rule-tree.ts';
import type { Route } from './+types/review-page';
import { loadCandidacy } from './candidacy.ts';
import { judge, placeOf } from './judge.ts';
import { labelsOf } from './labels.ts';
import { messages } from './messages.ts';
import styles from './review.module.css';
import { educationFiles, filesById, isShown, requirementReviews } from './review.ts';
import { AccommodationSection } from './sections/accommodation-section.tsx';
import { EducationSection } from './sections/education-section.tsx';
import { MembershipSection } from './sections/membership-section.tsx';
import { MoneySection } from './sections/money-section.tsx';
import { NextList } from './sections/next-list.tsx';
import { PapersSection } from './sections/papers-section.tsx';
import { RequirementSection } from './sections/requirement-section.tsx';
import { StandingTable } from './sections/standing-table.tsx';
import { WaysSection } from './sections/ways-section.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { candidacy, program, now } = await loadCandidacy(inside.api, args.params.candidacyId);
  const { draft: _draft, claims: _claims, statements: _statements, files, ...rest } = candidacy;
  const reviews = requirementReviews(candidacy, program);
  const { region } = candidacy.standing;
  const own = candidacy.candidate.personId === place.personId;
  const may = (...roles: readonly string[]) => !own && holds(place, ...roles);
  return {
    ...rest,
    now,
    base: place.base,
    roles: place.roles,
    own,
    reviews,
    ways: ruleTree(program.eligibility),
    region: region && (findRegion(program, region)?.title ?? region),
    track: trackTitle(program, candidacy.standing),
    files: filesById(files),
    fileIds: educationFiles(candidacy.history),
    labels: labelsOf(program),
    factors: program.accommodations.timeMultipliers,
    payerLabel: findPayerClass(program, candidacy.membership?.payerClass ?? '')?.label ?? '',
    titles: Object.fromEntries(program.assessments.map(({ id, title }) => [id, title])),
    judges: may('reviewer'),
    verifies: may('reviewer', 'finance'),
    decides: may('program-manager'),
    opensFiles: holds(place, 'program-manager', 'reviewer', 'auditor'),
    opensInvoices: holds(place, 'finance', 'program-manager', 'auditor'),
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  const refused = await judge({ api, candidacyId: params.candidacyId, form, t });
  if (refused) return refused;
  throw redirect(`${url.pathname}${placeOf(form)}`);
});

export default function ReviewPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const say = useSay();
  const { standing, base, roles, now, membership, accommodation, history } = data;
  const { files, judges, reviews, labels } = data;
  const left = reviews.filter((review) => !isShown(review));
  const candidacyPath = data.opensFiles ? `${base}/candidacies/${data.id}` : undefined;
  return (
    <Page
      title={data.candidate.name}
      lead={t('lead', { title: data.programTitle, edition: data.edition, number: data.number })}
      back={<BackLink to={`${base}/candidacies`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <div className={styles.head}>
        <StaffStatus is={standing.status} />
        <span>{say(standing.statusReason)}</span>
        <span className={styles.quiet}>
          {t.rich('since', { date: <Time key="since" at={standing.since} show="day" /> })}
        </span>
      </div>
      {data.own && (
        <Note title={t('own')}>
          <p>{t('ownDetail')}</p>
        </Note>
      )}
      {(data.region ?? data.track) !== undefined && (
        <p>{t('circumstances', { region: data.region ?? 'none', track: data.track ?? 'none' })}</p>
      )}
      <NextList standing={standing} base={base} roles={data.own ? [] : roles} candidacyId={data.id} now={now} />
      <WaysSection
        branch={data.ways}
        parts={Object.fromEntries(reviews.map(({ id, title, line }) => [id, { title, line }]))}
      />
      {reviews.filter(isShown).map((review) => (
        <RequirementSection
          key={review.id}
          review={review}
          files={files}
          labels={labels}
          candidacyPath={candidacyPath}
          judges={judges}
        />
      ))}
      {left.length > 0 && (
        <p className={styles.quiet}>{t('notAsked', { titles: left.map(({ title }) => title).join('; ') })}</p>
      )}
      {membership && <MembershipSection membership={membership} label={data.payerLabel} judges={data.verifies} />}
      {accommodation && (
        <AccommodationSection accommodation={accommodation} factors={data.factors} decides={data.decides} />
      )}
      {standing.renewal && (
        <EducationSection
          renewal={standing.renewal}
          fileIds={data.fileIds}
          files={files}
          candidacyPath={candidacyPath}
          judges={judges}
        />
      )}
      <MoneySection standing={standing} base={base} opensInvoices={data.opensInvoices} now={now} />
      <section className={styles.section}>
        <h2>{t('standing')}</h2>
        <StandingTable steps={standing.steps} />
      </section>
      <PapersSection
        standing={standing}
        titles={data.titles}
        path={`${base}/candidacies/${data.id}`}
        roles={roles}
        decides={data.decides}
      />
      <section className={styles.section}>
        <h2>{t('history')}</h2>
        <History entries={history.map(({ id, at, actor, text }) => ({ id, at, who: actor, what: text }))} />
      </section>
    </Page>
  );
}
