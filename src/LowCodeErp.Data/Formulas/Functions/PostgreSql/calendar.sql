-- Working days, by the workspace's calendar: the arithmetic of weeks, and the days that differ from the week. The bodies are texts,
-- so that the tables may still be migrated. The listed holidays may be null.

CREATE OR REPLACE FUNCTION lc_is_working_day(day date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(
        (SELECT exceptional.is_working FROM sys_calendar_day exceptional WHERE exceptional.calendar = calendar.key AND exceptional.date = day),
        strpos(calendar.rest_days, extract(isodow FROM day)::integer::text) = 0)
    FROM sys_calendar calendar WHERE calendar.key = 'workspace'
$$;

-- From the first of all dates, a Monday, to this one.
CREATE OR REPLACE FUNCTION lc_working_days_through(day date) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (day - date '0001-01-01' + 1) / 7 * (7 - length(calendar.rest_days))
        + (SELECT count(*) FROM generate_series(1, (day - date '0001-01-01' + 1) % 7) weekday WHERE strpos(calendar.rest_days, weekday::text) = 0)::integer
        + (SELECT count(*) FILTER (WHERE exceptional.is_working AND NOT by_week) - count(*) FILTER (WHERE NOT exceptional.is_working AND by_week)
            FROM sys_calendar_day exceptional, LATERAL (SELECT strpos(calendar.rest_days, extract(isodow FROM exceptional.date)::integer::text) = 0) week(by_week)
            WHERE exceptional.calendar = calendar.key AND exceptional.date <= day)::integer
    FROM sys_calendar calendar WHERE calendar.key = 'workspace' AND day IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION lc_working_day_of(wanted integer) RETURNS date LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    low date := '0001-01-01';
    high date := '9999-12-31';
    middle date;
BEGIN
    IF wanted < 1 OR wanted > lc_working_days_through(high) THEN
        RETURN NULL;
    END IF;
    WHILE low < high LOOP
        middle := low + (high - low) / 2;
        IF lc_working_days_through(middle) < wanted THEN
            low := middle + 1;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN low;
END $$;

CREATE OR REPLACE FUNCTION lc_count_working_days(first_day date, last_day date, holidays date[]) RETURNS numeric LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (lc_working_days_through(last_day) - lc_working_days_through(first_day) + lc_is_working_day(first_day)::integer
        - (SELECT count(DISTINCT off) FROM unnest(holidays) off WHERE off BETWEEN first_day AND last_day AND lc_is_working_day(off)))::numeric
$$;

CREATE OR REPLACE FUNCTION lc_network_days(start_day date, end_day date, holidays date[]) RETURNS numeric LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN start_day <= end_day THEN lc_count_working_days(start_day, end_day, holidays)
        ELSE -lc_count_working_days(end_day, start_day, holidays)
    END
$$;

-- Each holiday on the way pushes the goal one working day further, where it may meet the next one.
CREATE OR REPLACE FUNCTION lc_work_day(start_day date, days numeric, holidays date[]) RETURNS date LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    whole integer := least(greatest(trunc(days), -1000000000), 1000000000);
    step integer := sign(whole);
    wanted integer;
    goal date;
    off date;
BEGIN
    IF start_day IS NULL OR days IS NULL OR whole = 0 THEN
        RETURN CASE WHEN days IS NOT NULL THEN start_day END;
    END IF;
    wanted := whole + lc_working_days_through(start_day) + CASE WHEN step < 0 THEN 1 - lc_is_working_day(start_day)::integer ELSE 0 END;
    goal := lc_working_day_of(wanted);
    FOR off IN
        SELECT listed FROM unnest(holidays) listed WHERE sign(listed - start_day) = step AND lc_is_working_day(listed)
        GROUP BY listed ORDER BY (listed - start_day) * step
    LOOP
        EXIT WHEN goal IS NULL OR sign(off - goal) = step;
        wanted := wanted + step;
        goal := lc_working_day_of(wanted);
    END LOOP;
    RETURN goal;
END $$;

-- Days that stand side by side in one row, as one list.
CREATE OR REPLACE FUNCTION lc_days(VARIADIC days date[]) RETURNS date[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN days;
