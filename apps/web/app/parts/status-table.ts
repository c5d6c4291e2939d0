import {
  type Icon,
  IconAlertTriangle,
  IconArchive,
  IconBan,
  IconCalendarCheck,
  IconCalendarOff,
  IconCalendarTime,
  IconCertificate,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCoffee,
  IconDoorEnter,
  IconDoorExit,
  IconEyeCheck,
  IconGavel,
  IconHandStop,
  IconHelpCircle,
  IconHourglass,
  IconLock,
  IconLockCheck,
  IconMessageQuestion,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconProgress,
  IconReceipt,
  IconRefresh,
  IconRotateClockwise,
  IconSend,
  IconShieldCheck,
  IconShieldX,
  IconUserCheck,
  IconUsers,
  IconWifiOff,
} from '@tabler/icons-react';
import type { Tone } from '../theme/tokens.ts';
import type { statusWords } from './status-words.ts';

export type StatusKey = keyof typeof statusWords;
export type StatusOf =
  | 'requirement'
  | 'statement'
  | 'candidacy'
  | 'attempt'
  | 'credential'
  | 'key'
  | 'statistic'
  | 'reading';
/** The statuses of one kind of thing, such as `met` and `not-met` of a requirement. */
export type StatusName<Of extends StatusOf> = StatusKey extends infer Key
  ? Key extends `${Of}.${infer Name}`
    ? Name
    : never
  : never;

/** Tone for the one whom the thing is about, and icon. Tone is whose move it is, so other readers may need another. */
export const statusTable: Readonly<Record<StatusKey, readonly [Tone, Icon]>> = {
  'requirement.met': ['ink', IconCircleCheck],
  'requirement.not-met': ['bad', IconCircleX],
  'requirement.unknown': ['off', IconHelpCircle],
  'requirement.not-started': ['act', IconCircle],
  'requirement.in-progress': ['act', IconProgress],
  'requirement.locked': ['off', IconLock],
  'statement.waiting': ['wait', IconClock],
  'statement.given': ['ink', IconCircleCheck],
  'statement.denied': ['bad', IconCircleX],
  'statement.set-aside': ['off', IconArchive],
  'statement.declined': ['off', IconDoorExit],
  'statement.withdrawn': ['off', IconRotateClockwise],
  'statement.expired': ['off', IconCalendarOff],
  'candidacy.draft': ['off', IconPencil],
  'candidacy.waiting-for-review': ['wait', IconClock],
  'candidacy.under-review': ['judge', IconEyeCheck],
  'candidacy.more-needed': ['act', IconMessageQuestion],
  'candidacy.payment-due': ['act', IconReceipt],
  'candidacy.authorized': ['act', IconCalendarTime],
  'candidacy.scheduled': ['wait', IconCalendarCheck],
  'candidacy.waiting-for-results': ['wait', IconHourglass],
  'candidacy.waiting-for-decision': ['judge', IconGavel],
  'candidacy.certified': ['done', IconCertificate],
  'candidacy.not-accepted': ['bad', IconCircleX],
  'candidacy.not-passed': ['bad', IconCircleX],
  'candidacy.withdrawn': ['off', IconDoorExit],
  'candidacy.closed': ['off', IconArchive],
  'attempt.waiting-for-check-in': ['act', IconUserCheck],
  'attempt.ready': ['wait', IconDoorEnter],
  'attempt.working': ['wait', IconPlayerPlay],
  'attempt.on-break': ['off', IconCoffee],
  'attempt.paused': ['act', IconPlayerPause],
  'attempt.offline': ['act', IconWifiOff],
  'attempt.sealed': ['off', IconLockCheck],
  'attempt.sealed-at-time': ['off', IconLockCheck],
  'attempt.held': ['judge', IconHandStop],
  'attempt.released': ['done', IconSend],
  'attempt.canceled': ['bad', IconBan],
  'credential.active': ['done', IconShieldCheck],
  'credential.renewal-due': ['act', IconRefresh],
  'credential.in-grace': ['act', IconCalendarTime],
  'credential.suspended': ['bad', IconPlayerPause],
  'credential.lapsed': ['off', IconCalendarOff],
  'credential.expired': ['off', IconCalendarOff],
  'credential.revoked': ['bad', IconShieldX],
  'credential.surrendered': ['off', IconDoorExit],
  'credential.replaced': ['off', IconRotateClockwise],
  'key.current': ['done', IconShieldCheck],
  'key.next': ['wait', IconClock],
  'key.retired': ['off', IconArchive],
  'key.compromised': ['bad', IconShieldX],
  'statistic.ok': ['ink', IconCircleCheck],
  'statistic.caution': ['act', IconAlertTriangle],
  'statistic.too-few': ['off', IconUsers],
  'reading.ok': ['ink', IconCircleCheck],
  'reading.loss': ['act', IconAlertTriangle],
  'reading.refused': ['bad', IconCircleX],
};
