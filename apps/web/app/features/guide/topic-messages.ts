import { defineMessages } from '../../text/messages.ts';

/** What the guide says. Figures are filled in from the programs; none stands in the words. */
export const topicMessages = defineMessages({
  whatTitle: 'What is a library technician certification?',
  whatShort: 'An independent body’s word that somebody has shown what a field of work takes.',
  whatIs:
    'A certification is the word of an independent body that somebody has shown, under rules that are the same for everybody, what a field of work takes. The rules are public: who may apply, what is assessed, what passing means, how long it holds and how it is kept.',
  whatWork:
    'For library technicians, that field is the daily running of a library: lending and taking back, describing and shelving, helping people find things, and keeping the systems behind all of it at work. Related certifications cover archives, museums, information management and the technology that libraries use.',
  whatNot:
    'It differs from a college certificate or a degree: a college says that its own teaching was completed, while a certifying body looks at what somebody can do, whoever taught it. It differs from a license as well, which is a permission by law.',
  whatHow: 'How it is shown',
  whatHowLead: 'Many programs use more than one of these, and all that a program names have to be passed.',
  whatTopics: 'What several programs have in common',
  whatTopicsLead: 'Topics that more than one program assesses under the same name.',

  neededTitle: 'Do I need one?',
  neededShort: 'It depends on the employer and on the place, and only they can say.',
  neededIs:
    'That depends on who employs you and on where you work. Nobody else can decide it, this site and the certifying bodies included.',
  neededEmployer: 'The employer',
  neededEmployerText:
    'One library asks for a certification, one prefers it, one counts it toward a pay grade, and one has never heard of it. The job advertisement and the description of the post say which. Where they are silent, ask before you spend money.',
  neededPlace: 'The place',
  neededPlaceText:
    'States, provinces and countries differ. Some set rules for certain posts, for instance in schools or in the public service; others leave it to each library. Look up the rules where you want to work, and again when you move.',
  neededRegions:
    '{count, plural, =0 {No program here has rules or prices that differ by region.} one {One of the {total, number} programs here has rules or prices of its own for some regions.} other {# of the {total, number} programs here have rules or prices of their own for some regions.}}',
  neededBoth: 'Why you read both answers',
  neededBothText:
    'Some texts say that a certificate is necessary, others that certification is voluntary, and a few say both. They speak of different things. Schooling in library work, by a certificate program or an associate degree, is what many posts for technicians expect. A certification comes on top of it, or stands beside it, and is voluntary unless your employer or the law says otherwise.',
  neededFirst: 'What programs ask for beforehand',
  neededFirstLead:
    '{count, plural, =0 {Every program here wants something shown before one may apply.} one {One program here is open to anyone, so a certification can be a first step, too.} other {# programs here are open to anyone, so a certification can be a first step, too.}}',

  whichTitle: 'Which one suits my library?',
  whichShort: 'Begin with the kind of place you work in, then look at what is asked for.',
  whichIs:
    'Begin with the kind of place in which you work or want to work. Programs are made for a field; one that is known there is worth more than a longer title from elsewhere.',
  whichThen:
    'Then look at what is asked for, since a program that you cannot enter yet costs years, not months. Last, compare time and cost, the years of keeping it among them.',
  whichPlaces: 'By workplace',
  whichAsks: 'By what they ask for',
  whichAsksLead:
    'The least that each program asks for. Where there are several ways to qualify, others may fit you better.',
  whichOutside:
    'Programs that name no library among their workplaces serve people who run a library’s devices, networks or office software, or who may want to leave for another field.',

  howTitle: 'How do I get one?',
  howShort: 'Qualify, apply with proof, pass what is assessed, and be decided on.',
  howIs: 'The order is much the same everywhere; what differs is how much each step asks.',
  howQualify: 'Find out whether you qualify',
  howQualifyText:
    '{open, plural, =0 {Every program asks for something beforehand} one {One of {total, number} programs asks for nothing beforehand} other {# of {total, number} programs ask for nothing beforehand}}; {experience, plural, =0 {none asks} one {one asks} other {# ask}} for experience and {education, plural, =0 {none} one {one} other {#}} for a degree or other schooling.',
  howLearn: 'Learn what is missing',
  howLearnText:
    '{training, plural, =0 {No program prescribes where you learn: courses on the job, at a college or online all do.} one {One program takes only training that it has approved, and the provider attests it. For the others it does not matter where you learned.} other {# programs take only training that they have approved, and the provider attests it. For the others it does not matter where you learned.}}',
  howApply: 'Apply and prove it',
  howApplyText:
    'You state what you have and add proof; a reviewer answers each point with a reason. {references, plural, =0 {No program asks others about you.} one {One program asks people who know your work for a statement.} other {# programs ask people who know your work for a statement.}}',
  howPass: 'Pass what is assessed',
  howPassText:
    '{exam, plural, =0 {No program has an exam} one {One program has an exam} other {# programs have an exam}}; {more, plural, =0 {none assesses in another way as well} one {one assesses in another way, beside it or in its place} other {# assess in another way, beside it or in its place}}. Who does not pass can try again under the rules of the program.',
  howElse: 'Do what else the body asks',
  howElseText:
    'This may be a fee, a code of conduct to sign, or a background check. Each program page lists all of it before you begin.',
  howDecide: 'Be decided on, and keep it',
  howDecideText:
    'Then the body decides. From that day the certification runs for a set time, and renewing it begins early.',
  howAsked: 'Who asks for what',

  timeTitle: 'How long does it take?',
  timeShort:
    '{same, select, yes {Usually about {from}.} other {From about {from} to about {to}, by program and by what you bring along.}}',
  timeIs:
    '{same, select, yes {About {from}, once you have what is asked for.} other {Shortest: {shortest}, about {from}. Longest: {longest}, about {to}. Both hold once you have what is asked for.}} Where schooling or years at work are asked for and you have none yet, these come first and take longer than everything else.',
  timeYear:
    '{count, plural, =0 {No program takes a year or more.} one {One of {total, number} programs takes a year or more.} other {# of {total, number} programs take a year or more.}}',
  timeWhat: 'What makes it longer',
  timeExperience:
    'Experience that is still to be gained: {count, plural, =0 {none asks} one {one program asks} other {# programs ask}} for it.',
  timeTraining: 'Training that has to be completed before the exam.',
  timeOthers: 'Waiting for others: referees, providers of training, reviewers.',
  timeAgain: 'A second attempt, for which a waiting time runs.',
  timeTable: 'Program by program',

  costTitle: 'What does it cost?',
  costShort: 'Fees until certified run from {from} to {to}; schooling, where you still need it, costs far more.',
  costShortMixed: 'It depends on the program; schooling, where you still need it, costs far more than the fees.',
  costIs: 'Four things add up, and only a part of them is paid to the certifying body.',
  costFees: 'Fees until you are certified',
  costFeesText: 'From {from} for {lowest} to {to} for {highest}, taxes included.',
  costFeesCurrency: 'In {currency}: from {from} for {lowest} to {to} for {highest}, taxes included.',
  costMember: 'Membership',
  costMemberText:
    '{count, plural, =0 {No program here has a price of its own for members.} one {One program asks members for less. Whether membership pays depends on its yearly dues.} other {# programs ask members for less. Whether membership pays depends on its yearly dues.}}',
  costTuition: 'Teaching',
  costTuitionText:
    '{count, plural, =0 {No program here expects teaching that costs extra.} one {One program rests on schooling that is paid elsewhere; its file gives an estimate.} other {# programs rest on schooling that is paid elsewhere; their files give an estimate.}} For those who have to begin there, it is by far the largest part.',
  costKeep: 'Keeping it',
  costKeepText:
    'Renewal, continuing education and, with {count, plural, =0 {none of the programs} one {one program} other {# programs}}, a yearly fee.',
  costTable: 'Program by program',
  costAsk:
    'Ask your employer before you pay: some pay for it or give time off. Every payment here comes with an invoice that says the reason of each line.',

  benefitsTitle: 'What is it worth?',
  benefitsShort: 'Proof of what you can do, which an employer can check in a minute.',
  benefitsIs:
    'It replaces claims by proof. Somebody who does not know you can see what was assessed, when, by whom, and whether it still holds.',
  benefitsYou: 'For you',
  benefitsYouShow:
    'You show what you can do apart from the place where you learned it, and take that along when you move.',
  benefitsYouApply:
    'An application stands out where others state the same without proof, for a first post as for the next one.',
  benefitsYouLearn: 'You know where you stand: the topics of a result say what to learn next.',
  benefitsYouLetters:
    '{count, plural, =0 {No program here grants letters after the name; you carry the title itself.} one {One program grants letters after your name.} other {# programs grant letters after your name.}}',
  benefitsEmployer: 'For an employer',
  benefitsEmployerFormal:
    'What people were taught, or taught themselves, was looked at by somebody without an interest in hiring them.',
  benefitsEmployerCurrent:
    'Knowledge stays current: every certification here ends after {same, select, yes {{from}} other {{from} to {to}, by program}}, unless it is renewed.',
  benefitsEmployerCommit: 'Whoever prepares, passes and renews has decided for this work.',
  benefitsEmployerCheck: 'It can be checked at once, without asking the holder.',
  benefitsNot: 'What it is not',
  benefitsNotText:
    'No promise of a post or of higher pay. Some employers pay more for it, some do not; ask first where that matters to you. It also says nothing about what its program does not assess.',
  benefitsCheck: '<verify>Check a certificate</verify> or <register>look somebody up in the register</register>.',

  ladderTitle: 'What comes first, what comes after?',
  ladderShort: 'Schooling, certification, renewal; later the next certification.',
  ladderIs: 'Three rungs, which can be climbed in years that suit you.',
  ladderSchool: 'A certificate or an associate degree',
  ladderSchoolText:
    'Schooling in library work, at a college or by a certificate program. {count, plural, =0 {No program here can be begun without it.} one {One program here can be begun without a degree.} other {# programs here can be begun without a degree.}}',
  ladderCertify: 'Certification',
  ladderCertifyText:
    'With the first years at work, or with what you learned alone. The same person may come back later for a second certification, for instance after a master’s degree.',
  ladderKeep: 'Renewal',
  ladderKeepText:
    'By continuing education or by an exam: {education, plural, =0 {no program} one {one program} other {# programs}} can be renewed by education and {exam, plural, =0 {none} one {one} other {#}} by passing an exam again.',
  ladderDegrees: 'Which degree opens which program',
  ladderRenewals: 'How long each lasts',
});
