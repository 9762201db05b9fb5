/// What the program can be told on the command line; a module that adds a command gives a
/// [org.throughline.platform.command.Command].
@NullMarked
package org.throughline.platform.command;

import org.jspecify.annotations.NullMarked;
