import { PersonaList } from './persona-list.tsx'
import css from './sign-in-first.module.css'

/** Asks who is speaking, in the place of what needs a name; whatever was typed stays. */
export const SignInFirst = ({ title, lead }: { title: string; lead: string }) => (
  <div className={css.wrap}>
    <h1 tabIndex={-1}>{title}</h1>
    <p>{lead}</p>
    <PersonaList />
  </div>
)
