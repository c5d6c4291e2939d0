import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './node.mjs';
import { count, failuresOf } from './test.mjs';

const report = (numbers, testResults = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
  ...numbers,
});

describe('a run of the tests counts', () => {
  test('what passed and what failed', () => {
    expect(count(report({ numPassedTests: 5 }), 0)).toEqual({ passed: 5, failed: 0 });
    expect(count(report({ numPassedTests: 5, numFailedTests: 2 }), 1)).toEqual({ passed: 5, failed: 2 });
  });

  test('a file that could not be loaded as a failure, beside failed tests of other files', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(count(report({ numPassedTests: 2, numFailedTests: 1 }, files), 1)).toEqual({ passed: 2, failed: 2 });
  });

  test('a skipped test as a failure', () => {
    expect(count(report({ numPassedTests: 5, numPendingTests: 1 }), 0)).toEqual({ passed: 5, failed: 1 });
    expect(count(report({ numPassedTests: 5, numTodoTests: 1 }), 0)).toEqual({ passed: 5, failed: 1 });
  });

  test('an error outside of any test, a run without tests and a run without a report as a failure', () => {
    expect(count(report({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1 });
    expect(count(report({}), 0)).toEqual({ passed: 0, failed: 1 });
    expect(count(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

test('failures are named with their file and the first line of the reason', () => {
  const files = [
    {
      name: path.join(root, 'a.test.ts'),
      status: 'failed',
      message: 'cannot be loaded\nat line 1',
      assertionResults: [],
    },
    {
      name: path.join(root, 'b.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'holds' },
        { status: 'failed', fullName: 'breaks', failureMessages: ['expected 1 to be 2\nat line 4'] },
      ],
    },
    { name: path.join(root, 'c.test.ts'), status: 'passed', assertionResults: [] },
  ];
  expect(failuresOf(report({}, files))).toEqual([
    'a.test.ts: cannot be loaded',
    'b.test.ts: breaks: expected 1 to be 2',
  ]);
  expect(failuresOf(undefined)).toEqual([]);
});
