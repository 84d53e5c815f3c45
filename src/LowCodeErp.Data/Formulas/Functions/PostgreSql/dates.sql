-- Dates and moments from year 1 to 9999; what lies outside is blank. Zones are IANA ids.

-- Before 1970, for which zone tables are incomplete and differ, a zone keeps the offset that it had then.
CREATE OR REPLACE FUNCTION lc_early_offset(zone text) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (timestamptz '1970-01-01 00:00:00Z' AT TIME ZONE zone) - timestamp '1970-01-01';

CREATE OR REPLACE FUNCTION lc_clamp_moment(local timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN local < timestamp '0001-01-01' THEN timestamp '0001-01-01'
    WHEN local > timestamp '9999-12-31 23:59:59.999999' THEN timestamp '9999-12-31 23:59:59.999999'
    ELSE local
END;

CREATE OR REPLACE FUNCTION lc_local(moment timestamptz, zone text) RETURNS timestamp LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_clamp_moment(CASE
    WHEN moment >= timestamptz '1970-01-01 00:00:00Z' THEN moment AT TIME ZONE zone
    ELSE (moment AT TIME ZONE 'UTC') + lc_early_offset(zone)
END);

CREATE OR REPLACE FUNCTION lc_to_utc(local timestamp, zone text) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_clamp_moment(CASE
    WHEN local >= timestamp '1970-01-01' + lc_early_offset(zone) THEN local AT TIME ZONE zone AT TIME ZONE 'UTC'
    ELSE local - lc_early_offset(zone)
END) AT TIME ZONE 'UTC';

-- Before the first day of the calendar there is none, whatever the clock of the zone shows.
CREATE OR REPLACE FUNCTION lc_start_of_day(day date, zone text) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN day = date '0001-01-01' THEN timestamptz '0001-01-01 00:00:00+00' ELSE lc_to_utc(day::timestamp, zone) END;

CREATE OR REPLACE FUNCTION lc_local_day(moment timestamptz, zone text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_local(moment, zone)::date;

CREATE OR REPLACE FUNCTION lc_seconds(t time) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(epoch FROM t);

CREATE OR REPLACE FUNCTION lc_date_serial(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (day - date '1899-12-30')::numeric;

CREATE OR REPLACE FUNCTION lc_date_time_serial(moment timestamptz, zone text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_date_serial(lc_local_day(moment, zone)) + lc_divide(lc_seconds(lc_local(moment, zone)::time), 86400);

CREATE OR REPLACE FUNCTION lc_date_text(day date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_char(day::timestamp, 'YYYY-MM-DD');

CREATE OR REPLACE FUNCTION lc_date_time_text(moment timestamptz, zone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_char(lc_local(moment, zone), 'YYYY-MM-DD HH24:MI');

CREATE OR REPLACE FUNCTION lc_second_of_day(days numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round((days - floor(days)) * 86400) % 86400;

CREATE OR REPLACE FUNCTION lc_time_text(days numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_char(timestamp '2000-01-01' + lc_second_of_day(days)::integer * interval '1 second', 'HH24:MI:SS');

CREATE OR REPLACE FUNCTION lc_add_days(day date, days numeric) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN (day - date '0001-01-01') + floor(days) BETWEEN 0 AND 3652058
    THEN day + least(greatest(floor(days), -10000000), 10000000)::integer
END;

CREATE OR REPLACE FUNCTION lc_add_milliseconds(moment timestamptz, milliseconds numeric) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN extract(epoch FROM moment) * 1000 + milliseconds BETWEEN -62135596800000 AND 253402300799999.999
    THEN ((moment AT TIME ZONE 'UTC')
        + div(milliseconds, 86400000)::integer * interval '1 day'
        + (milliseconds % 86400000)::integer * interval '1 millisecond') AT TIME ZONE 'UTC'
END;

CREATE OR REPLACE FUNCTION lc_add_days_to_time(moment timestamptz, days numeric) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_add_milliseconds(moment, round(lc_canonical(least(greatest(days, -10000000), 10000000) * 86400000)));

CREATE OR REPLACE FUNCTION lc_days_between(last date, first date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (last - first)::numeric;

CREATE OR REPLACE FUNCTION lc_days_between_times(last timestamptz, first timestamptz) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_divide(extract(epoch FROM last) - extract(epoch FROM first), 86400);

CREATE OR REPLACE FUNCTION lc_first_of_month(month bigint) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN month BETWEEN 12 AND 119999 THEN make_date((month / 12)::integer, (month % 12)::integer + 1, 1) END;

CREATE OR REPLACE FUNCTION lc_date(year numeric, month numeric, day numeric) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN year >= 0 THEN lc_add_days(
    lc_first_of_month((lc_whole(year) + CASE WHEN lc_whole(year) < 1900 THEN 1900 ELSE 0 END) * 12::bigint + lc_whole(month) - 1),
    lc_whole(day) - 1)
END;

CREATE OR REPLACE FUNCTION lc_time_of_seconds(seconds numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN seconds >= 0 THEN lc_divide(seconds % 86400, 86400) END;

CREATE OR REPLACE FUNCTION lc_time(hour numeric, minute numeric, second numeric, milliseconds numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_time_of_seconds(
    lc_whole(hour) * 3600::numeric + lc_whole(minute) * 60::numeric + lc_whole(second) + lc_whole(milliseconds) * 0.001);

CREATE OR REPLACE FUNCTION lc_date_and_time(
    year numeric, month numeric, day numeric, hour numeric, minute numeric, second numeric, zone text) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_add_days_to_time(
    lc_start_of_day(lc_date(year, month, day), zone),
    lc_divide(lc_whole(hour) * 3600::numeric + lc_whole(minute) * 60::numeric + lc_whole(second), 86400));

CREATE OR REPLACE FUNCTION lc_year(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(year FROM day);

CREATE OR REPLACE FUNCTION lc_month(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(month FROM day);

CREATE OR REPLACE FUNCTION lc_day(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(day FROM day);

CREATE OR REPLACE FUNCTION lc_quarter(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(quarter FROM day);

CREATE OR REPLACE FUNCTION lc_hour(days numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN div(lc_second_of_day(days), 3600);

CREATE OR REPLACE FUNCTION lc_minute(days numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN div(lc_second_of_day(days), 60) % 60;

CREATE OR REPLACE FUNCTION lc_second(days numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_second_of_day(days) % 60;

CREATE OR REPLACE FUNCTION lc_time_of_day(moment timestamptz, zone text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_divide(floor(lc_seconds(lc_local(moment, zone)::time)), 86400);

CREATE OR REPLACE FUNCTION lc_hour_of(moment timestamptz, zone text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(hour FROM lc_local(moment, zone));

CREATE OR REPLACE FUNCTION lc_minute_of(moment timestamptz, zone text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(minute FROM lc_local(moment, zone));

CREATE OR REPLACE FUNCTION lc_second_of(moment timestamptz, zone text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN floor(extract(second FROM lc_local(moment, zone)));

-- The number of a day in a week that starts on another one; Sunday is 0, the first day of the week is 1.
CREATE OR REPLACE FUNCTION lc_day_of_week(day date, first integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(dow FROM day)::integer - first + 7) % 7 + 1;

-- The day that weeks of this type start on.
CREATE OR REPLACE FUNCTION lc_first_day(type integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN type IN (1, 17) THEN 0 WHEN type IN (2, 11) THEN 1 WHEN type BETWEEN 12 AND 16 THEN type - 10 END;

CREATE OR REPLACE FUNCTION lc_weekday(day date, type numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN lc_whole(type) = 3 THEN lc_day_of_week(day, 1) - 1 ELSE lc_day_of_week(day, lc_first_day(lc_whole(type))) END;

CREATE OR REPLACE FUNCTION lc_iso_week_num(day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(week FROM day);

CREATE OR REPLACE FUNCTION lc_week_num(day date, type numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN lc_whole(type) = 21 THEN lc_iso_week_num(day)
    ELSE (extract(doy FROM day)::integer - 2
        + lc_day_of_week(make_date(extract(year FROM day)::integer, 1, 1), lc_first_day(lc_whole(type)))) / 7 + 1
END;

CREATE OR REPLACE FUNCTION lc_last_of_month(first date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (first + interval '1 month' - interval '1 day')::date;

CREATE OR REPLACE FUNCTION lc_shifted_month(day date, months integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_first_of_month(extract(year FROM day)::bigint * 12 + extract(month FROM day)::bigint - 1 + months);

CREATE OR REPLACE FUNCTION lc_e_date(day date, months numeric) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(
    lc_last_of_month(lc_shifted_month(day, lc_whole(months))),
    lc_shifted_month(day, lc_whole(months)) + extract(day FROM day)::integer - 1);

CREATE OR REPLACE FUNCTION lc_eo_month(day date, months numeric) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_last_of_month(lc_shifted_month(day, lc_whole(months)));

CREATE OR REPLACE FUNCTION lc_start_of(day date, unit text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN unit COLLATE "C" IN ('year', 'quarter', 'month', 'week') THEN date_trunc(unit, day::timestamp)::date ELSE day END;

CREATE OR REPLACE FUNCTION lc_end_of(day date, unit text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE unit COLLATE "C"
    WHEN 'year' THEN lc_eo_month(lc_start_of(day, 'year'), 11)
    WHEN 'quarter' THEN lc_eo_month(lc_start_of(day, 'quarter'), 2)
    WHEN 'month' THEN lc_eo_month(day, 0)
    WHEN 'week' THEN lc_add_days(lc_start_of(day, 'week'), 6)
    ELSE day
END;

CREATE OR REPLACE FUNCTION lc_date_add(day date, count numeric, unit text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE unit COLLATE "C"
    WHEN 'year' THEN lc_e_date(day, lc_canonical(count * 12))
    WHEN 'quarter' THEN lc_e_date(day, lc_canonical(count * 3))
    WHEN 'month' THEN lc_e_date(day, count)
    WHEN 'week' THEN lc_add_days(day, trunc(count) * 7)
    ELSE lc_add_days(day, trunc(count))
END;

CREATE OR REPLACE FUNCTION lc_date_add_time(moment timestamptz, count numeric, unit text, zone text) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE unit COLLATE "C"
    WHEN 'hour' THEN lc_add_days_to_time(moment, lc_divide(count, 24))
    WHEN 'minute' THEN lc_add_days_to_time(moment, lc_divide(count, 1440))
    WHEN 'second' THEN lc_add_days_to_time(moment, lc_divide(count, 86400))
    ELSE lc_add_days_to_time(lc_start_of_day(lc_date_add(lc_local_day(moment, zone), count, unit), zone), lc_time_of_day(moment, zone))
END;

CREATE OR REPLACE FUNCTION lc_whole_months(first date, last date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(year FROM last)::integer - extract(year FROM first)::integer) * 12
    + extract(month FROM last)::integer - extract(month FROM first)::integer
    - CASE WHEN extract(day FROM last) < extract(day FROM first) THEN 1 ELSE 0 END;

-- The day of a year on which the first day comes round; a leap day rolls over into March.
CREATE OR REPLACE FUNCTION lc_anniversary(first date, year integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_first_of_month(year * 12 + extract(month FROM first)::integer - 1) + extract(day FROM first)::integer - 1;

CREATE OR REPLACE FUNCTION lc_date_dif(first date, last date, unit text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN first > last THEN NULL
    WHEN unit COLLATE "C" = 'Y' THEN lc_whole_months(first, last) / 12
    WHEN unit COLLATE "C" = 'M' THEN lc_whole_months(first, last)
    WHEN unit COLLATE "C" = 'YM' THEN lc_whole_months(first, last) % 12
    WHEN unit COLLATE "C" = 'YD' AND lc_anniversary(first, extract(year FROM last)::integer) <= last
        THEN last - lc_anniversary(first, extract(year FROM last)::integer)
    WHEN unit COLLATE "C" = 'YD' THEN last - lc_anniversary(first, extract(year FROM last)::integer - 1)
    ELSE last - first
END;
