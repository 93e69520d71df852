#!/usr/bin/env node
// Runs one command and ends it as soon as the process that asked for it is gone, even by kill -9: the channel between them closes then.
// Argument: JSON { command, args, signal, patience, uid?, gid?, folder? }. The folder is handed to the command as file descriptor 3.
'use strict';
const { spawn } = require('node:child_process');
const { openSync } = require('node:fs');

const { command, args, signal, patience, uid, gid, folder } = JSON.parse(process.argv[2]);
const stdio = ['ignore', 'inherit', 'inherit', ...(folder ? [openSync(folder, 'r')] : [])];
const child = spawn(command, args, { stdio, cwd: '/', windowsHide: true, ...(uid === undefined ? {} : { uid, gid }) });

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  child.kill(signal);
  setTimeout(() => child.kill('SIGQUIT'), patience).unref();
  setTimeout(() => child.kill('SIGKILL'), patience + 3000).unref();
}

child.on('error', () => process.exit(127));
child.on('exit', (code, killedBy) => process.exit(code ?? (killedBy ? 128 : 1)));
process.on('disconnect', end);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, end);
if (!process.connected) end();
