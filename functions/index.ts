/** Loads every family of custom functions; the build adds their registration to each file. */
import "./satisfaction";
import "./representation";
import "./synthetic-control";
