// SQLite as a second opinion on filters in SQL: for tests only.
#include <sqlite3.h>
