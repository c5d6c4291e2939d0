import { CopyField } from '../../parts/copy-field.tsx';
import { Disclosure } from '../../parts/disclosure.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Money } from '../../parts/money.tsx';
import { NextStepCard } from '../../parts/next-step-card.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

export const PartSection = ({ now }: { now: string }) => (
  <section>
    <h2>Parts</h2>
    <NextStepCard
      title="Next: pay the exam fee"
      waitingFor="you"
      act={<LinkButton to="/style">Pay $175.00</LinkButton>}
    >
      <p>
        <Money amount={usd(17_500)} /> (member) by <Time on="2027-04-30" now={now} />
      </p>
    </NextStepCard>
    <NextStepCard
      title="Next: your application is reviewed"
      waitingFor="the reviewers, usually 5 working days"
      yours={false}
    />
    <Panel title="What it takes" acts={<a href="/style">Change</a>}>
      <Facts
        facts={[
          { label: 'Fee', value: <Money amount={usd(15_000)} upTo={usd(20_000)} />, act: <a href="/style">Change</a> },
          { label: 'Application fee', value: <Money amount={usd(0)} /> },
          { label: 'In euros', value: <Money amount={{ amountMinor: 17_500, currency: 'EUR' }} withCode /> },
          { label: 'Exam', value: <Time at="2027-03-12T19:30:00Z" zone="America/New_York" now={now} /> },
          { label: 'Valid for', value: '3 years', assumed: true },
          { label: 'Time it takes', value: undefined },
        ]}
      />
      <Disclosure about="experience">
        <p>Two years of full-time work are needed. You have 2.4 years: part-time work counts as its share.</p>
      </Disclosure>
    </Panel>
    <Panel title="History" sunken>
      <History
        entries={[
          { id: '2', at: '2027-03-03T15:04:00Z', who: 'R. Diaz, reviewer', what: 'Experience accepted: 2.4 years' },
          { id: '1', at: '2027-02-27T20:11:00Z', who: 'You', what: 'Application submitted' },
        ]}
      />
    </Panel>
    <CopyField label="Address of the credential" value="https://example.org/c/8f14e45f" />
    <EmptyState />
    <Notice kind="rehearsal" />
  </section>
);
