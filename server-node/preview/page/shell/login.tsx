import React, { useState, type FormEvent } from 'react';
import type { UserProfile } from '@mattermost/types/users';
import { Client4 } from '../connect/client.ts';
import type { PageData } from '../page-data.ts';
import { pageTexts } from './texts.ts';

/** One click for the people who are there for trying out; anybody else by name and password. */
export function Login({ data, onSignedIn }: { data: PageData; onSignedIn: () => void }) {
  const [problem, setProblem] = useState('');
  const signIn = async (name: string, password: string) => {
    try {
      await keepZone(await Client4.login(name, password));
      onSignedIn();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const [{ password } = { password: '' }] = data.oneClickUsers;
  return (
    <main className="login">
      <h1>Stand-in for Mattermost</h1>
      <p>{pageTexts('en')['page.stand_in']}</p>
      <div className="login__people">
        {data.oneClickUsers.map((user) => (
          <button
            key={user.username}
            type="button"
            className="btn btn-primary"
            onClick={() => void signIn(user.username, user.password)}
          >
            Log in as {user.username}
          </button>
        ))}
      </div>
      <p>
        Everybody&#39;s password is <code>{password}</code>.
      </p>
      <LoginForm onSubmit={signIn} />
      <p role="alert" className="login__problem">
        {problem}
      </p>
    </main>
  );
}

/** The web client of Mattermost tells the server the browser's time zone, too, unless the person chose one. */
async function keepZone({ timezone: kept }: UserProfile): Promise<void> {
  const automaticTimezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (kept?.useAutomaticTimezone !== 'true' || kept.automaticTimezone === automaticTimezone) return;
  await Client4.patchMe({ timezone: { ...kept, automaticTimezone } });
}

function LoginForm({ onSubmit }: { onSubmit: (name: string, password: string) => Promise<void> }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit(name, password);
  };
  return (
    <form onSubmit={submit} className="login__form">
      <label htmlFor="input_loginId">Username</label>
      <input
        id="input_loginId"
        className="form-control"
        autoComplete="username"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor="input_password-input">Password</label>
      <input
        id="input_password-input"
        type="password"
        className="form-control"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button id="saveSetting" type="submit" className="btn btn-tertiary">
        Log in
      </button>
    </form>
  );
}
