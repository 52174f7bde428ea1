import './editing.js';
import './commands.js';
