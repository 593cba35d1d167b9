import { describe, expect, it } from 'vitest'
import { domainsIn } from './domains.ts'

const ids = (text: string): string[] => domainsIn(text).map(({ id }) => id)

describe('what a prompt decides', () => {
  it.each([
    ['hiring', 'Compare the resume with the job description and rate the candidate’s fit from 1 to 10.'],
    ['hiring', 'You are a recruiter. Screen the following CVs and shortlist the best.'],
    [
      'hiring',
      'You get the resume and the vacancy.\nGive a score between 0 and 100 for how well the profile meets the requirements of the position.',
    ],
    ['hiring', 'Bewerte die Bewerber für die Stelle.'],
    ['employee-evaluation', 'Write a performance review of the employee with a rating.'],
    ['credit', 'Decide whether to approve the loan application of the borrower.'],
    ['fraud', 'Flag transactions that look like fraud and score each customer.'],
    ['insurance', 'Assess the insurance claim and decide the payout.'],
    ['medical', 'Assess the symptoms and recommend what the person should take.'],
    ['medical', 'Suggest a treatment plan for the patient.'],
    ['education-access', 'Grade the student’s essay from A to F.'],
  ])('%s: %s', (id, prompt) => {
    expect(ids(prompt)).toContain(id)
  })

  it.each([
    'Extract name, education and qualifications from the CV as JSON.',
    'Resume playback of the song on Spotify and rate it from 1 to 10.',
    'Rank the candidate keywords by search volume for the job of writing a post.',
    'Write an employee newsletter that promotes engagement among staff members.',
    'How many API credits remaining? Evaluate the credit usage.',
    'Evaluate the fraud score of this IP address for the customer.',
    'Summarise the sales call. Our clients are hospitals that treat patients; recommend next steps.',
    'Do not give medical advice about symptoms; never diagnose.',
    'Assess the symptoms of the server error and recommend a fix.',
    'Search the case law for paragraphs on sales tax.',
    'Generate quiz questions for students about volcanoes.',
    'Approve the credit note and file the invoice.',
  ])('nothing: %s', prompt => {
    expect(ids(prompt)).toEqual([])
  })
})
