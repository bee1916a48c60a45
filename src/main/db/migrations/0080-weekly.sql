-- 上报时间: weekday (1 Monday) and full hour of the weekly bundle. Empty: what the program brings along.
ALTER TABLE offices ADD COLUMN weekly_weekday INTEGER CHECK (weekly_weekday BETWEEN 1 AND 5);
ALTER TABLE offices ADD COLUMN weekly_hour INTEGER CHECK (weekly_hour BETWEEN 0 AND 23);
