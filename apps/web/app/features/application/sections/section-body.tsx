import type { Requirement } from '@testamur/program';
import { useText } from '../../../text/use-text.ts';
import { AccommodationForm } from './claims/accommodation-form.tsx';
import { BundleForm } from './claims/bundle-form.tsx';
import { MemberForm, PriceForm } from './claims/price-form.tsx';
import { RegionForm } from './claims/region-form.tsx';
import { RegisterForm } from './claims/register-form.tsx';
import { RegistrationForm } from './claims/registration-form.tsx';
import { AgeForm, HeldForm } from './claims/short-forms.tsx';
import { ConsentForm, SignForm } from './claims/sign-form.tsx';
import type { Removed } from './entries/change-entries.ts';
import { EntryList } from './entries/entry-list.tsx';
import type { SectionData } from './load-section.ts';
import { Proof } from './proof.tsx';
import { messages } from './section-messages.ts';
import { SectionRecord } from './section-record.tsx';
import { isEditable, isNeedless } from './sections.ts';
import { asksOthers } from './statements/asking.ts';
import { StatementsPart } from './statements/statements-part.tsx';

interface SectionBodyProps extends SectionData {
  removed: Removed['removed'] | undefined;
  nextPath: string;
  isChanging: boolean;
}

const RequirementBody = ({ requirement, ...props }: SectionBodyProps & { requirement: Requirement }) => {
  switch (requirement.kind) {
    case 'experience':
    case 'education':
    case 'course':
    case 'document':
    case 'work-samples':
      return <EntryList {...props} requirement={requirement} />;
    case 'attestation':
      return <SignForm {...props} requirement={requirement} />;
    case 'background-check':
      return <ConsentForm {...props} requirement={requirement} />;
    case 'age':
      return <AgeForm {...props} requirement={requirement} />;
    case 'credential':
      return <HeldForm {...props} requirement={requirement} />;
    case 'registration':
      return <RegistrationForm {...props} />;
    case 'membership':
      return <MemberForm {...props} />;
    case 'jurisdiction':
      return <RegionForm {...props} />;
    case 'references':
    case 'training':
      return <StatementsPart {...props} requirement={requirement} />;
  }
};

/** What a section asks, as a form; what cannot be changed now, as a record. */
export const SectionBody = (props: SectionBodyProps) => {
  const t = useText(messages);
  const { section, candidacy } = props;
  const asks = section.kind === 'requirement' && asksOthers(section.requirement);
  // What others say has its own page at all times: whom was asked, and what came of it.
  if (!asks && !isEditable(section, candidacy.standing)) return <SectionRecord {...props} />;
  switch (section.kind) {
    case 'region':
      return <RegionForm {...props} />;
    case 'bundle':
      return <BundleForm {...props} />;
    case 'membership':
      return <PriceForm {...props} />;
    case 'accommodation':
      return <AccommodationForm {...props} />;
    case 'register':
      return <RegisterForm listed={candidacy.standing.listed} />;
    case 'requirement':
      return (
        <>
          {isNeedless(section, candidacy.standing) && <p>{t('needless')}</p>}
          <Proof requirement={section.requirement} />
          <RequirementBody {...props} requirement={section.requirement} />
        </>
      );
  }
};
