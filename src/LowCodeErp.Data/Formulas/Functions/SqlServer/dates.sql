-- Dates and moments from year 1 to 9999; what lies outside is blank. Moments are datetime2 in UTC, zones Windows ids.

-- Before 1970, for which zone tables are incomplete and differ, a zone keeps the offset that it had then.
CREATE OR ALTER FUNCTION dbo.lc_early_minutes(@zone nvarchar(100)) RETURNS int AS
BEGIN
    RETURN DATEPART(tz, CAST('1970-01-01T00:00:00' AS datetime2) AT TIME ZONE 'UTC' AT TIME ZONE @zone);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_add_minutes(@moment datetime2(6), @minutes int) RETURNS datetime2(6) AS
BEGIN
    RETURN CASE
        WHEN @minutes < 0 AND DATEDIFF_BIG(second, '0001-01-01', @moment) < -60 * @minutes THEN CAST('0001-01-01' AS datetime2(6))
        WHEN @minutes > 0 AND DATEDIFF_BIG(second, @moment, '9999-12-31 23:59:59') < 60 * @minutes THEN CAST('9999-12-31 23:59:59.999999' AS datetime2(6))
        ELSE DATEADD(minute, @minutes, @moment)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_local(@moment datetime2(6), @zone nvarchar(100)) RETURNS datetime2(6) AS
BEGIN
    RETURN dbo.lc_add_minutes(@moment, CASE
        WHEN @moment >= '1970-01-01' THEN DATEPART(tz, @moment AT TIME ZONE 'UTC' AT TIME ZONE @zone)
        ELSE dbo.lc_early_minutes(@zone)
    END);
END
GO
-- By the offset of the day before, unless that of the day after is right: so are times read that a change of the clock skips or repeats.
CREATE OR ALTER FUNCTION dbo.lc_to_utc(@local datetime2(6), @zone nvarchar(100)) RETURNS datetime2(6) AS
BEGIN
    DECLARE @before int = DATEDIFF(minute, dbo.lc_add_minutes(@local, -1440), dbo.lc_local(dbo.lc_add_minutes(@local, -1440), @zone));
    DECLARE @after int = DATEDIFF(minute, dbo.lc_add_minutes(@local, 1440), dbo.lc_local(dbo.lc_add_minutes(@local, 1440), @zone));
    DECLARE @late datetime2(6) = dbo.lc_add_minutes(@local, -@after);
    RETURN CASE WHEN DATEDIFF(minute, @late, dbo.lc_local(@late, @zone)) = @after THEN @late ELSE dbo.lc_add_minutes(@local, -@before) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_start_of_day(@day date, @zone nvarchar(100)) RETURNS datetime2(6) AS
BEGIN
    RETURN dbo.lc_to_utc(CAST(@day AS datetime2(6)), @zone);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_local_day(@moment datetime2(6), @zone nvarchar(100)) RETURNS date AS
BEGIN
    RETURN CAST(dbo.lc_local(@moment, @zone) AS date);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_microseconds(@local datetime2(6)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEDIFF_BIG(microsecond, CAST(CAST(@local AS date) AS datetime2(6)), @local);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_serial(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEDIFF(day, '1899-12-30', @day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_time_serial(@moment datetime2(6), @zone nvarchar(100)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @local datetime2(6) = dbo.lc_local(@moment, @zone);
    RETURN dbo.lc_date_serial(CAST(@local AS date)) + dbo.lc_divide(dbo.lc_microseconds(@local), 86400000000);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_text(@day date) RETURNS nvarchar(max) AS
BEGIN
    RETURN CONVERT(nvarchar(10), @day, 23);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_time_text(@moment datetime2(6), @zone nvarchar(100)) RETURNS nvarchar(max) AS
BEGIN
    RETURN CONVERT(nvarchar(16), dbo.lc_local(@moment, @zone), 120);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_second_of_day(@days decimal(38, 18)) RETURNS int AS
BEGIN
    RETURN CAST(ROUND(dbo.lc_multiply_canonical(@days - FLOOR(@days), 86400), 0) AS int) % 86400;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_time_text(@days decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    RETURN CONVERT(nvarchar(8), DATEADD(second, dbo.lc_second_of_day(@days), CAST('00:00:00' AS time(0))), 108);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_add_days(@day date, @days decimal(38, 18)) RETURNS date AS
BEGIN
    DECLARE @count decimal(38, 18) = FLOOR(@days);
    RETURN CASE WHEN @count BETWEEN -4000000 AND 4000000 AND DATEDIFF(day, '0001-01-01', @day) + @count BETWEEN 0 AND 3652058
        THEN DATEADD(day, CAST(CASE WHEN ABS(@count) <= 4000000 THEN @count ELSE 0 END AS int), @day) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_add_days_to_time(@moment datetime2(6), @days decimal(38, 18)) RETURNS datetime2(6) AS
BEGIN
    IF @days IS NULL OR ABS(@days) > 10000000 RETURN NULL;
    DECLARE @milliseconds bigint = ROUND(dbo.lc_multiply_canonical(@days, 86400000), 0);
    DECLARE @sum bigint = DATEDIFF_BIG(millisecond, '0001-01-01', @moment) + @milliseconds;
    RETURN CASE WHEN @sum BETWEEN 0 AND 315537897599999
        THEN DATEADD(millisecond, CAST(@milliseconds % 86400000 AS int), DATEADD(day, CAST(@milliseconds / 86400000 AS int), @moment)) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_days_between(@last date, @first date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEDIFF(day, @first, @last);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_days_between_times(@last datetime2(6), @first datetime2(6)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_divide(DATEDIFF_BIG(microsecond, @first, @last), 86400000000);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_first_of_month(@month bigint) RETURNS date AS
BEGIN
    RETURN CASE WHEN @month BETWEEN 12 AND 119999
        THEN DATEFROMPARTS(CASE WHEN @month BETWEEN 12 AND 119999 THEN @month / 12 ELSE 1 END, @month % 12 + 1, 1) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date(@year decimal(38, 18), @month decimal(38, 18), @day decimal(38, 18)) RETURNS date AS
BEGIN
    IF @year < 0 RETURN NULL;
    DECLARE @whole bigint = dbo.lc_whole(@year);
    RETURN dbo.lc_add_days(
        dbo.lc_first_of_month((@whole + CASE WHEN @whole < 1900 THEN 1900 ELSE 0 END) * 12 + dbo.lc_whole(@month) - 1), dbo.lc_whole(@day) - 1);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_time(
    @hour decimal(38, 18), @minute decimal(38, 18), @second decimal(38, 18), @milliseconds decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @thousandths bigint = CAST(dbo.lc_whole(@hour) AS bigint) * 3600000 + CAST(dbo.lc_whole(@minute) AS bigint) * 60000
        + CAST(dbo.lc_whole(@second) AS bigint) * 1000 + dbo.lc_whole(@milliseconds);
    RETURN CASE WHEN @thousandths >= 0 THEN dbo.lc_divide(@thousandths % 86400000, 86400000) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_and_time(
    @year decimal(38, 18), @month decimal(38, 18), @day decimal(38, 18),
    @hour decimal(38, 18), @minute decimal(38, 18), @second decimal(38, 18), @zone nvarchar(100)) RETURNS datetime2(6) AS
BEGIN
    DECLARE @seconds bigint = CAST(dbo.lc_whole(@hour) AS bigint) * 3600 + CAST(dbo.lc_whole(@minute) AS bigint) * 60 + dbo.lc_whole(@second);
    RETURN dbo.lc_add_days_to_time(dbo.lc_start_of_day(dbo.lc_date(@year, @month, @day), @zone), dbo.lc_divide(@seconds, 86400));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_year(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN YEAR(@day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_month(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN MONTH(@day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_day(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DAY(@day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_quarter(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEPART(quarter, @day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_hour(@days decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_second_of_day(@days) / 3600;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_minute(@days decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_second_of_day(@days) / 60 % 60;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_second(@days decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_second_of_day(@days) % 60;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_time_of_day(@moment datetime2(6), @zone nvarchar(100)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_divide(FLOOR(dbo.lc_microseconds(dbo.lc_local(@moment, @zone)) / 1000000), 86400);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_hour_of(@moment datetime2(6), @zone nvarchar(100)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEPART(hour, dbo.lc_local(@moment, @zone));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_minute_of(@moment datetime2(6), @zone nvarchar(100)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEPART(minute, dbo.lc_local(@moment, @zone));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_second_of(@moment datetime2(6), @zone nvarchar(100)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEPART(second, dbo.lc_local(@moment, @zone));
END
GO
-- Sunday is 0, whatever DATEFIRST says: the first day of year 1 is a Monday.
CREATE OR ALTER FUNCTION dbo.lc_day_of_week(@day date, @first int) RETURNS int AS
BEGIN
    RETURN (DATEDIFF(day, '0001-01-01', @day) + 1 - @first + 7) % 7 + 1;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_first_day(@type int) RETURNS int AS
BEGIN
    RETURN CASE WHEN @type IN (1, 17) THEN 0 WHEN @type IN (2, 11) THEN 1 WHEN @type BETWEEN 12 AND 16 THEN @type - 10 END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_weekday(@day date, @type decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN CASE
        WHEN dbo.lc_whole(@type) = 3 THEN dbo.lc_day_of_week(@day, 1) - 1
        ELSE dbo.lc_day_of_week(@day, dbo.lc_first_day(dbo.lc_whole(@type)))
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_iso_week_num(@day date) RETURNS decimal(38, 18) AS
BEGIN
    RETURN DATEPART(iso_week, @day);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_week_num(@day date, @type decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF dbo.lc_whole(@type) = 21 RETURN DATEPART(iso_week, @day);
    RETURN (DATEPART(dayofyear, @day) - 2 + dbo.lc_day_of_week(DATEFROMPARTS(YEAR(@day), 1, 1), dbo.lc_first_day(dbo.lc_whole(@type)))) / 7 + 1;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_e_date(@day date, @months decimal(38, 18)) RETURNS date AS
BEGIN
    DECLARE @first date = dbo.lc_first_of_month(CAST(YEAR(@day) AS bigint) * 12 + MONTH(@day) - 1 + dbo.lc_whole(@months));
    RETURN CASE WHEN DAY(@day) < DAY(EOMONTH(@first)) THEN DATEADD(day, DAY(@day) - 1, @first) ELSE EOMONTH(@first) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_eo_month(@day date, @months decimal(38, 18)) RETURNS date AS
BEGIN
    RETURN EOMONTH(dbo.lc_first_of_month(CAST(YEAR(@day) AS bigint) * 12 + MONTH(@day) - 1 + dbo.lc_whole(@months)));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_start_of(@day date, @unit nvarchar(20)) RETURNS date AS
BEGIN
    RETURN CASE @unit
        WHEN N'year' THEN DATEFROMPARTS(YEAR(@day), 1, 1)
        WHEN N'quarter' THEN DATEFROMPARTS(YEAR(@day), (MONTH(@day) - 1) / 3 * 3 + 1, 1)
        WHEN N'month' THEN DATEFROMPARTS(YEAR(@day), MONTH(@day), 1)
        WHEN N'week' THEN DATEADD(day, 1 - dbo.lc_day_of_week(@day, 1), @day)
        ELSE @day
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_end_of(@day date, @unit nvarchar(20)) RETURNS date AS
BEGIN
    RETURN CASE @unit
        WHEN N'year' THEN dbo.lc_eo_month(dbo.lc_start_of(@day, N'year'), 11)
        WHEN N'quarter' THEN dbo.lc_eo_month(dbo.lc_start_of(@day, N'quarter'), 2)
        WHEN N'month' THEN dbo.lc_eo_month(@day, 0)
        WHEN N'week' THEN dbo.lc_add_days(dbo.lc_start_of(@day, N'week'), 6)
        ELSE @day
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_add(@day date, @count decimal(38, 18), @unit nvarchar(20)) RETURNS date AS
BEGIN
    RETURN CASE @unit
        WHEN N'year' THEN dbo.lc_e_date(@day, dbo.lc_multiply_canonical(@count, 12))
        WHEN N'quarter' THEN dbo.lc_e_date(@day, dbo.lc_multiply_canonical(@count, 3))
        WHEN N'month' THEN dbo.lc_e_date(@day, @count)
        WHEN N'week' THEN dbo.lc_add_days(@day, dbo.lc_multiply_canonical(ROUND(@count, 0, 1), 7))
        ELSE dbo.lc_add_days(@day, ROUND(@count, 0, 1))
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_add_time(@moment datetime2(6), @count decimal(38, 18), @unit nvarchar(20), @zone nvarchar(100)) RETURNS datetime2(6) AS
BEGIN
    RETURN CASE @unit
        WHEN N'hour' THEN dbo.lc_add_days_to_time(@moment, dbo.lc_divide(@count, 24))
        WHEN N'minute' THEN dbo.lc_add_days_to_time(@moment, dbo.lc_divide(@count, 1440))
        WHEN N'second' THEN dbo.lc_add_days_to_time(@moment, dbo.lc_divide(@count, 86400))
        ELSE dbo.lc_add_days_to_time(
            dbo.lc_start_of_day(dbo.lc_date_add(dbo.lc_local_day(@moment, @zone), @count, @unit), @zone), dbo.lc_time_of_day(@moment, @zone))
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_date_dif(@first date, @last date, @unit nvarchar(20)) RETURNS decimal(38, 18) AS
BEGIN
    IF @first > @last RETURN NULL;
    DECLARE @months int = DATEDIFF(month, @first, @last) - CASE WHEN DAY(@last) < DAY(@first) THEN 1 ELSE 0 END;
    DECLARE @anniversary date = dbo.lc_add_days(dbo.lc_first_of_month(YEAR(@last) * 12 + MONTH(@first) - 1), DAY(@first) - 1);
    IF @anniversary > @last SET @anniversary = dbo.lc_add_days(dbo.lc_first_of_month((YEAR(@last) - 1) * 12 + MONTH(@first) - 1), DAY(@first) - 1);
    RETURN CASE @unit
        WHEN N'Y' THEN @months / 12
        WHEN N'M' THEN @months
        WHEN N'YM' THEN @months % 12
        WHEN N'YD' THEN DATEDIFF(day, @anniversary, @last)
        ELSE DATEDIFF(day, @first, @last)
    END;
END
GO
