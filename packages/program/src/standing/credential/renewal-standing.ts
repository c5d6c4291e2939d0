import type { CalendarDate, Instant } from '../../facts.ts';
import type { RenewalRoute } from '../../schema/program.ts';
import type { Text } from '../../text.ts';

/** Where the renewal of a credential stands: the way that is taken, what it asks for, and by when. */
export interface RenewalStanding {
  /** The cycle that the renewal would begin. */
  readonly cycle: number;
  /** The ways to renew, as the program names them. */
  readonly routes: readonly { readonly id: string; readonly kind: RenewalRoute['kind']; readonly title: string }[];
  /** The way that was chosen, or the only one. */
  readonly route?: string;
  /** 0 where the route is an exam. */
  readonly hoursNeeded: number;
  /** Logged and not refused, within the cycle; caps and what is carried over are counted in. */
  readonly hoursLogged: number;
  readonly hoursAccepted: number;
  /** Still to be logged, so that the sum and the minimum of each category are reached. */
  readonly hoursMissing: number;
  /** Hours of the cycle before that count in this one. */
  readonly hoursCarriedOver: number;
  readonly categories: readonly {
    readonly id: string;
    readonly title: string;
    /** Logged and not refused, before the cap. */
    readonly hours: number;
    /** What of them counts. */
    readonly counted: number;
    readonly minimum?: number;
    readonly maximum?: number;
  }[];
  /** Whether the evidence of this renewal is looked at; absent before it is submitted and where all are looked at. */
  readonly audited?: boolean;
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  readonly graceUntil: Instant;
  readonly state: 'not-open' | 'open' | 'submitted' | 'closed';
  readonly entries: readonly {
    readonly entryId: string;
    readonly title: string;
    readonly provider: string;
    readonly hours: number;
    readonly completedOn: CalendarDate;
    readonly category: string;
    readonly state: 'waiting' | 'accepted' | 'not-accepted';
    readonly counts: boolean;
    readonly reason: Text;
  }[];
}
