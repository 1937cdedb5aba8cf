import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Ports {
  listen: number;
  mattermost: number;
  backend: number;
}

/** A proxy that can be run in the trial with the file we give to operators, changed only in its addresses. */
export interface Proxy {
  program: string;
  /** Writes the configuration and returns the arguments that start the program in the foreground. */
  configure(dir: string, ports: Ports, subpath: string): string[];
}

const shipped = (name: string) => readFileSync(new URL(`../proxy/${name}`, import.meta.url), 'utf8');

export const NGINX: Proxy = {
  program: 'nginx',
  configure(dir, ports, subpath) {
    const location = shipped('nginx-location.conf')
      .replace('location ^~ /plugins', `location ^~ ${subpath}/plugins`)
      .replace('127.0.0.1:8077', `127.0.0.1:${ports.backend}`);
    writeFileSync(join(dir, 'todo-node.conf'), location);
    writeFileSync(join(dir, 'nginx.conf'), nginxAround(dir, ports));
    return ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr'];
  },
};

/** What an operator already has: Mattermost's official example in short, its caching and its WebSocket rule included. */
function nginxAround(dir: string, { listen, mattermost }: Ports): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (of) => `${of}_temp_path ${dir}/${of};`,
  );
  const upgrade = 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";';
  // As root, nginx would hand its workers to an account that may not enter this folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; pid ${dir}/nginx.pid; events {}
http { access_log off; ${temp.join(' ')} gzip on; gzip_types *;
  proxy_cache_path ${dir}/cache levels=1:2 keys_zone=mattermost_cache:10m;
  server {
    listen 127.0.0.1:${listen};
    location ~ /api/v[0-9]+/(users/)?websocket$ {
      proxy_pass http://127.0.0.1:${mattermost}; proxy_http_version 1.1; ${upgrade} }
    location / { client_max_body_size 100M;
      proxy_pass http://127.0.0.1:${mattermost}; proxy_http_version 1.1; proxy_set_header Host $http_host;
      proxy_cache mattermost_cache; proxy_cache_valid 200 7d; }
    include ${dir}/todo-node.conf;
  } }`;
}

const CADDY: Proxy = {
  program: 'caddy',
  configure(dir, ports, subpath) {
    const site = shipped('Caddyfile')
      .replace('{$SITE_ADDRESS:chat.example.com}', `http://127.0.0.1:${ports.listen}`)
      .replace('{$TODO_BACKEND:127.0.0.1:8077}', `127.0.0.1:${ports.backend}`)
      .replace('{$MATTERMOST_BACKEND:127.0.0.1:8065}', `127.0.0.1:${ports.mattermost}`)
      .replace('handle /plugins/todo-node/* {', subpathHandle(subpath));
    writeFileSync(join(dir, 'Caddyfile'), `{\n\tadmin off\n\tgrace_period 1s\n}\n${site}`);
    return ['run', '--config', join(dir, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
};

function subpathHandle(subpath: string): string {
  const strip = subpath === '' ? '' : `\n\t\turi strip_prefix ${subpath}`;
  return `handle ${subpath}/plugins/todo-node/* {${strip}`;
}

export const PROXIES: readonly Proxy[] = [NGINX, CADDY];
