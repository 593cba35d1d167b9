import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#src/kernel/refusal.ts'
import { daysForShare, erlangB, erlangC, shareBegunWithin, shareWithin, steadyQueue, type GrowingBacklog, type Team } from './erlang.ts'
import { allenCunneen, kingman, pollaczekKhinchine, sakasegawa } from './general-service.ts'
import { smallestTeam } from './smallest-team.ts'

/** λ, μ, c, Erlang B, Erlang C, Wq, W, Lq, P(T ≤ 5), T95: our own computation, printed to six and four digits. */
const REFERENCE = [
  [0.5, 1, 1, 0.333333, 0.5, 1, 2, 0.5, 0.917915, 5.9915],
  [0.8, 1, 1, 0.444444, 0.8, 4, 5, 3.2, 0.632121, 14.9787],
  [0.9, 1, 1, 0.473684, 0.9, 9, 10, 8.1, 0.393469, 29.9573],
  [1.5, 1, 2, 0.310345, 0.642857, 1.285714, 2.285714, 1.928571, 0.896387, 6.4766],
  [1.8, 1, 2, 0.366516, 0.852632, 4.263158, 5.263158, 7.673684, 0.608361, 15.2972],
  [2, 1, 3, 0.210526, 0.444444, 0.444444, 1.444444, 0.888889, 0.978289, 4.0207],
  [2.4, 1, 3, 0.268406, 0.647191, 1.078652, 2.078652, 2.588764, 0.92361, 5.7292],
  [2.7, 1, 3, 0.308738, 0.817061, 2.723537, 3.723537, 7.353549, 0.740683, 10.5009],
  [3, 1, 4, 0.206107, 0.509434, 0.509434, 1.509434, 1.528302, 0.976099, 4.1281],
  [4, 1, 5, 0.199067, 0.554113, 0.554113, 1.554113, 2.21645, 0.974594, 4.1975],
  [4.5, 1, 5, 0.243021, 0.762493, 1.524986, 2.524986, 6.862439, 0.878359, 6.8125],
  [8, 1, 10, 0.121661, 0.40918, 0.20459, 1.20459, 1.636721, 0.990524, 3.3283],
  [9, 1, 10, 0.167963, 0.668732, 0.668732, 1.668732, 6.018584, 0.970733, 4.3609],
  [1, 0.5, 3, 0.210526, 0.444444, 0.888889, 2.888889, 0.888889, 0.826709, 8.0414],
  [2, 0.5, 5, 0.199067, 0.554113, 1.108225, 3.108225, 2.21645, 0.804204, 8.3949],
  [2, 0.5, 6, 0.117162, 0.284761, 0.284761, 2.284761, 0.569522, 0.896459, 6.4751],
  [0.6, 0.25, 3, 0.268406, 0.647191, 4.314607, 8.314607, 2.588764, 0.412775, 22.9169],
  [0.8, 0.25, 4, 0.228145, 0.596432, 2.982162, 6.982162, 2.38573, 0.470823, 18.9521],
  [1.2, 0.25, 6, 0.17678, 0.517772, 1.725907, 5.725907, 2.071088, 0.549427, 15.476],
  [3, 0.4, 9, 0.147397, 0.509149, 0.848581, 3.348581, 2.545743, 0.777551, 9.0286],
] as const

const steady = (team: Team) => {
  const queue = steadyQueue(team)
  if (!queue.steady) throw new Error('not steady')
  return queue
}
const value = (answer: number | GrowingBacklog): number => {
  if (typeof answer !== 'number') throw new Error('not a number')
  return answer
}

describe('Erlang', () => {
  it.each(REFERENCE)(
    'λ %d, μ %d, c %d: every figure of the reference',
    (arrivals, rate, reviewers, b, c, wait, total, waiting, within, t95) => {
      const team = { arrivals, rate, reviewers }
      const queue = steady(team)
      const figures = [queue.blocked, queue.mustWait, queue.wait, queue.total, queue.waiting, value(shareWithin(team, 5))]
      ;[b, c, wait, total, waiting, within].forEach((expected, i) => expect(Math.abs(figures[i]! - expected)).toBeLessThan(1e-6))
      expect(Math.abs(value(daysForShare(team, 0.95)) - t95)).toBeLessThan(1e-4)
    },
  )

  it('exact fractions', () => {
    expect(erlangC(2, 1.5)).toBeCloseTo(9 / 14, 14)
    expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 14)
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 14)
    expect(erlangB(2, 1)).toBeCloseTo(1 / 5, 14)
    expect(shareWithin({ arrivals: 0.8, rate: 1, reviewers: 1 }, 5)).toBeCloseTo(1 - Math.exp(-1), 14)
  })

  it('one reviewer: the time to an answer is exponential with rate μ − λ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (rho, days) => Math.abs(value(shareWithin({ arrivals: rho, rate: 1, reviewers: 1 }, days)) + Math.expm1(-(1 - rho) * days)) < 1e-10,
      ),
    )
  })

  it('stays exact where spare capacity equals one reviewer, and on both sides of it', () => {
    // c = 3, μ = 1, λ = 2 makes θ = μ; a change of λ in the ninth digit may not move the answer further than that.
    const at = (arrivals: number) => value(shareWithin({ arrivals, rate: 1, reviewers: 3 }, 5))
    expect(Math.abs(at(2 + 1e-9) - at(2 - 1e-9))).toBeLessThan(1e-9)
    expect(at(2)).toBeCloseTo(1 - (5 / 9) * Math.exp(-5) - (4 / 9) * 6 * Math.exp(-5), 12)
  })

  it('a utilisation of one or more gets no number, only the growth of the backlog', () => {
    const team = { arrivals: 3, rate: 1, reviewers: 3 }
    const told = { steady: false, growsBy: 0, needsAtLeast: 4 }
    expect(steadyQueue(team)).toEqual(told)
    expect(shareWithin(team, 5)).toEqual(told)
    expect(shareBegunWithin(team, 5)).toEqual(told)
    expect(daysForShare(team, 0.95)).toEqual(told)
    expect(erlangC(3, 3)).toBe(null)
    expect(steadyQueue({ ...team, arrivals: 3.5 })).toEqual({ steady: false, growsBy: 0.5, needsAtLeast: 4 })
  })
})

describe('laws of the queue', () => {
  const team = fc
    .record({
      rho: fc.double({ min: 0.01, max: 0.98, noNaN: true }),
      rate: fc.double({ min: 0.1, max: 10, noNaN: true }),
      reviewers: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ rho, rate, reviewers }) => ({ arrivals: rho * rate * reviewers, rate, reviewers }))

  it('Little: what is open equals what arrives times how long it stays', () => {
    fc.assert(
      fc.property(team, t => {
        const { open, total, waiting, load } = steady(t)
        // L = Lq + a holds by counting busy reviewers, independently of W.
        return Math.abs(open - (waiting + load)) < 1e-9 * open && Math.abs(open / t.arrivals - total) < 1e-9 * total
      }),
    )
  })

  it('more people never answer fewer in time, more requests never more, more days never fewer', () => {
    fc.assert(
      fc.property(team, fc.double({ min: 0, max: 30, noNaN: true }), (t, days) => {
        const now = value(shareWithin(t, days))
        return (
          value(shareWithin({ ...t, reviewers: t.reviewers + 1 }, days)) >= now - 1e-12 &&
          value(shareWithin({ ...t, arrivals: t.arrivals * 0.99 }, days)) >= now - 1e-12 &&
          value(shareWithin(t, days + 0.1)) >= now - 1e-12 &&
          now <= value(shareBegunWithin(t, days)) + 1e-12 &&
          now >= 0 &&
          now <= -Math.expm1(-t.rate * days) + 1e-12
        )
      }),
    )
  })

  it('the days for a share are where that share is reached', () => {
    fc.assert(
      fc.property(
        team,
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (t, share) => Math.abs(value(shareWithin(t, value(daysForShare(t, share)))) - share) < 1e-9,
      ),
    )
  })
})

describe('the smallest team', () => {
  it.each([
    [1, 1, 2, 0.982],
    [2, 1, 3, 0.9783],
    [4, 1, 5, 0.9746],
    [8, 1, 9, 0.9713],
    [0.5, 0.7, 2, 0.9572],
    [1, 0.7, 3, 0.9601],
    [2, 0.7, 5, 0.9646],
    [3, 0.7, 6, 0.9559],
  ])('λ %d, μ %d needs %d reviewers for 95 %% in five days', (arrivals, rate, reviewers, share) => {
    const answer = smallestTeam({ arrivals, rate, days: 5, share: 0.95 })
    expect(answer).toMatchObject({ reachable: true, reviewers })
    expect(answer.reachable && Math.abs(answer.share - share)).toBeLessThan(5e-5)
  })

  it.each([[1], [2], [4]])('λ %d, μ 0.5 is out of reach for any number of people, and the answer says what would help', arrivals => {
    const answer = smallestTeam({ arrivals, rate: 0.5, days: 5, share: 0.95 })
    if (answer.reachable) throw new Error('reachable')
    expect(answer.ceiling).toBeCloseTo(1 - Math.exp(-2.5), 12)
    // With a mean effort just below the named one, a team exists.
    expect(smallestTeam({ arrivals, rate: 1.0001 / answer.effortBelow, days: 5, share: 0.95 }).reachable).toBe(true)
  })

  it('one fewer would not do', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 40, noNaN: true }), fc.double({ min: 0.7, max: 3, noNaN: true }), (arrivals, rate) => {
        const answer = smallestTeam({ arrivals, rate, days: 5, share: 0.95 })
        if (!answer.reachable || answer.reviewers === 1) return true
        const fewer = shareWithin({ arrivals, rate, reviewers: answer.reviewers - 1 }, 5)
        return typeof fewer !== 'number' || fewer < 0.95
      }),
    )
  })
})

describe('general efforts', () => {
  it.each([
    [0.8, 1, 0, 2, 2],
    [0.8, 1, 0.25, 2.5, 2.5],
    [0.8, 1, 2, 6, 6],
    [0.8, 1, 4, 10, 10],
    [2.4, 3, 0, 0.5393, 0.5541],
    [2.4, 3, 0.25, 0.6742, 0.6927],
    [2.4, 3, 1, 1.0787, 1.1083],
    [2.4, 3, 2, 1.618, 1.6624],
    [2.4, 3, 4, 2.6966, 2.7707],
    [2.7, 3, 0, 1.3618, 1.3746],
    [2.7, 3, 2, 4.0853, 4.1239],
    [2.7, 3, 4, 6.8088, 6.8731],
    [4.5, 5, 0, 0.7625, 0.7713],
    [4.5, 5, 2, 2.2875, 2.314],
    [4.5, 5, 4, 3.8125, 3.8567],
  ])('λ %d, c %d, cs² %d: Allen–Cunneen and Sakasegawa', (arrivals, reviewers, efforts, ac, s) => {
    const team = { arrivals, rate: 1, reviewers }
    const wait = (answer: ReturnType<typeof kingman>) => (answer.steady ? answer.wait : NaN)
    expect(Math.abs(wait(allenCunneen(team, { arrivals: 1, efforts })) - ac)).toBeLessThan(5.1e-5)
    expect(Math.abs(wait(sakasegawa(team, { arrivals: 1, efforts })) - s)).toBeLessThan(5.1e-5)
    if (reviewers === 1) expect(wait(pollaczekKhinchine(team, efforts))).toBeCloseTo(ac, 9)
  })

  it('with random arrivals and exponential efforts they meet Erlang', () => {
    expect(kingman({ arrivals: 0.8, rate: 1 }, { arrivals: 1, efforts: 1 })).toEqual({ steady: true, wait: expect.closeTo(4, 12) })
    expect(allenCunneen({ arrivals: 2.4, rate: 1, reviewers: 3 }, { arrivals: 1, efforts: 1 })).toEqual({
      steady: true,
      wait: expect.closeTo(steady({ arrivals: 2.4, rate: 1, reviewers: 3 }).wait, 12),
    })
  })

  it("none of them has a number for a team that can't keep up", () => {
    const team = { arrivals: 2, rate: 1, reviewers: 2 }
    for (const answer of [
      allenCunneen(team, { arrivals: 1, efforts: 1 }),
      sakasegawa(team, { arrivals: 1, efforts: 1 }),
      kingman({ arrivals: 2, rate: 1 }, { arrivals: 1, efforts: 1 }),
    ]) {
      expect(answer.steady).toBe(false)
      expect(answer).not.toHaveProperty('wait')
    }
  })
})

it('input out of range is refused by name', () => {
  const field = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      if (error instanceof Refusal) return error.blockers[0]!.field
    }
    return 'accepted'
  }
  expect(field(() => steadyQueue({ arrivals: -1, rate: 1, reviewers: 1 }))).toBe('arrivals')
  expect(field(() => steadyQueue({ arrivals: 1, rate: 0, reviewers: 1 }))).toBe('rate')
  expect(field(() => steadyQueue({ arrivals: 1, rate: 1, reviewers: 1.5 }))).toBe('reviewers')
  expect(field(() => steadyQueue({ arrivals: NaN, rate: 1, reviewers: 1 }))).toBe('arrivals')
  expect(field(() => daysForShare({ arrivals: 1, rate: 2, reviewers: 1 }, 1))).toBe('share')
  expect(field(() => smallestTeam({ arrivals: 1, rate: 1, days: 0, share: 0.9 }))).toBe('days')
})
