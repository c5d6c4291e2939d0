import { credentialTerm, formatMoney, titleOf } from '@testamur/program';
import type { Particular } from './particular.ts';

const term: Particular = {
  id: 'term',
  title: 'A credential that holds as long as the program says',
  isIn: () => true,
  show: ({ program, facts }) => {
    const [first] = facts('credential-granted');
    const expected = first === undefined ? undefined : credentialTerm(program, first.data.validFrom);
    return {
      holds: first !== undefined && first.data.validUntil === expected?.validUntil,
      expected: `${program.credential.validity}, until ${expected?.validUntil}`,
      found: `${program.credential.validity}: ${first?.data.validFrom} to ${first?.data.validUntil}`,
      evidence: first,
    };
  },
};

const routes: Particular = {
  id: 'routes-to-renew',
  title: 'Two ways to renew, each of them taken',
  isIn: ({ renewal }) => renewal.routes.length > 1,
  show: ({ program, findings, facts }) => {
    const taken = findings.list('renewed');
    return {
      holds: program.renewal.routes.every(({ id }) => taken.some(({ route }) => route === id)),
      expected: program.renewal.routes.map(({ title }) => title).join('; '),
      found: taken.map(({ route, number }) => `${titleOf(program.renewal.routes, route)}: ${number}`).join('; '),
      evidence: { taken, chosen: facts('renewal-route-chosen'), granted: facts('credential-granted') },
    };
  },
};

const yearly: Particular = {
  id: 'annual-fee',
  title: 'A fee each year between renewals',
  isIn: ({ fees }) => fees.some(({ kind }) => kind === 'maintenance'),
  show: ({ program, facts }) => {
    const fees = program.fees.filter(({ kind }) => kind === 'maintenance').map(({ id }) => id);
    const invoiced = facts('fee-invoiced').filter(({ data }) => fees.includes(data.fee));
    const settled = facts('fee-settled').filter(({ data }) => fees.includes(data.fee));
    const granted = facts('credential-granted');
    const second = granted[1]?.data.validFrom ?? '';
    const before = settled.filter(({ at }) => at < second);
    return {
      holds: before.length > 1 && settled.length === invoiced.length && granted.length > 1,
      expected: 'a payment for every year, two or more of them before the first renewal',
      found: invoiced
        .map(
          ({ at, data }) =>
            `year ${data.year}: ${formatMoney(data.amountMinor, data.currency, 'en')} (${at.slice(0, 10)})`,
        )
        .join(', '),
      evidence: settled,
    };
  },
};

const renewalFee: Particular = {
  id: 'renewal-fee',
  title: 'A fee for the renewal',
  isIn: ({ fees }) =>
    fees.some(({ kind, prices }) => kind === 'renewal' && prices.some(({ amount }) => Number(amount) > 0)),
  show: ({ program, facts }) => {
    const fees = program.fees.filter(({ kind }) => kind === 'renewal').map(({ id }) => id);
    const paid = facts('fee-settled').filter(({ data }) => fees.includes(data.fee));
    return {
      holds: paid.length > 0,
      expected: 'a renewal that was paid for before it was approved',
      found: paid.map(({ text }) => text).join(' '),
      evidence: paid,
    };
  },
};

const education: Particular = {
  id: 'continuing-education',
  title: 'Continuing education by categories',
  isIn: ({ renewal }) => renewal.routes.some(({ kind }) => kind === 'education'),
  show: ({ program, facts }) => {
    const route = program.renewal.routes.find((one) => one.kind === 'education');
    const logged = facts('education-logged');
    const hours = logged.reduce((sum, { data }) => sum + data.hours, 0);
    const minima = route?.categories.filter(({ minimum }) => minimum !== undefined) ?? [];
    const short = minima.filter(({ id, minimum = 0 }) => {
      const mine = logged.filter(({ data }) => (data.category ?? route?.categories[0]?.id) === id);
      return mine.reduce((sum, { data }) => sum + data.hours, 0) < minimum;
    });
    return {
      holds: hours >= (route?.hours ?? 0) && short.length === 0,
      expected: `${route?.hours} ${route?.unit ?? 'hours'}, with the least of every category`,
      found: logged.map(({ data }) => `${data.category ?? ''} ${data.hours}`).join(', '),
      evidence: logged,
    };
  },
};

export const keeping: readonly Particular[] = [term, yearly, education, renewalFee, routes];
