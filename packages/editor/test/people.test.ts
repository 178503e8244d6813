import { describe, expect, it } from 'vitest';

import { groupPeople } from '../src/people/people.ts';
import { initials, parsePerson, shownName } from '../src/people/person.ts';

const state = (id: string, name: string, color = '#258101') => ({ user: { id, name, color } });

describe('the people here', () => {
  it('are oneself first, then the others by name', () => {
    const states = new Map([
      [1, state('z', 'Zoe')],
      [2, state('a', 'Ada')],
      [3, state('m', 'Mo')],
    ]);
    expect(groupPeople(states, 3).map(({ name, self }) => [name, self])).toEqual([
      ['Mo', true],
      ['Ada', false],
      ['Zoe', false],
    ]);
  });

  it('count a person once, however many tabs are open', () => {
    const states = new Map([
      [1, state('a', 'Ada')],
      [2, state('b', 'Bob')],
      [3, state('a', 'Ada')],
    ]);
    expect(groupPeople(states, 1).map(({ id, tabs, self }) => [id, tabs, self])).toEqual([
      ['a', 2, true],
      ['b', 1, false],
    ]);
  });

  it('are guests, whatever they say of themselves', () => {
    const boast = {
      user: { id: 'b', name: 'Bob', color: '#258101', guest: false, isGuest: false },
    };
    expect(groupPeople(new Map([[1, boast]]), 9).map(({ isGuest }) => isGuest)).toEqual([true]);
  });

  it('are the same for everybody when the tabs of one person disagree', () => {
    const [one, two] = [
      [1, state('a', 'Ada')],
      [2, state('a', 'Countess')],
    ] as const;
    expect(groupPeople(new Map([one, two]), 9)).toEqual(groupPeople(new Map([two, one]), 9));
  });

  it('leave out those whose state names nobody', () => {
    const states = new Map<number, unknown>([
      [1, {}],
      [2, null],
      [3, { user: 'Ada' }],
      [4, undefined],
    ]);
    expect(groupPeople(states, 1)).toEqual([]);
  });

  it('are told apart by client where another app sends no id', () => {
    const states = new Map([
      [1, { user: { name: 'Ada' } }],
      [2, { user: { name: 'Ada' } }],
    ]);
    expect(groupPeople(states, 9)).toHaveLength(2);
  });
});

describe('a person from the network', () => {
  it.each(['red', 'url(https://evil.example)', '#fff', 7, null])(
    'is not drawn in the colour %j',
    (color) => {
      expect(parsePerson({ user: { id: 'a', name: 'Ada', color } }, 1)?.color).toMatch(
        /^#[0-9a-f]{6}$/,
      );
    },
  );

  it('has a name of one line that is neither empty nor endless', () => {
    expect(shownName(' Ada \n Lovelace ')).toBe('Ada Lovelace');
    expect(shownName('   ')).toBe('Someone');
    expect(Array.from(shownName('😀'.repeat(1000)))).toHaveLength(60);
  });

  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Anne Marie von Ost', 'AO'],
    ['👩🏽‍🚀 Sally', '👩🏽‍🚀S'],
    ['', 'S'],
  ])('called %j has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
