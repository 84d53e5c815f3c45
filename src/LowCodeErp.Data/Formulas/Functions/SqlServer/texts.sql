-- Texts, counted in code points: the collation with _SC does, and a mark at the end keeps LEN from dropping spaces. Comparisons
-- are by the BIN2 collation of the columns.

CREATE OR ALTER FUNCTION dbo.lc_len(@t nvarchar(max)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN LEN(COALESCE(@t, N'') COLLATE Latin1_General_100_CI_AS_SC + N'.') - 1;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_limit(@t nvarchar(max)) RETURNS nvarchar(max) AS
BEGIN
    RETURN CASE WHEN DATALENGTH(@t) > 0 AND dbo.lc_len(@t) <= 32000 THEN @t END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_concatenate(@a nvarchar(max), @b nvarchar(max)) RETURNS nvarchar(max) AS
BEGIN
    RETURN dbo.lc_limit(COALESCE(@a, N'') + COALESCE(@b, N''));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_mid(@t nvarchar(max), @start decimal(38, 18), @count decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    IF dbo.lc_whole(@start) < 1 OR dbo.lc_whole(@count) < 1 RETURN NULL;
    DECLARE @part nvarchar(max) = SUBSTRING(@t COLLATE Latin1_General_100_CI_AS_SC, dbo.lc_whole(@start), dbo.lc_whole(@count));
    RETURN CASE WHEN DATALENGTH(@part) > 0 THEN @part END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_left(@t nvarchar(max), @count decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    RETURN dbo.lc_mid(@t, 1, @count);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_right(@t nvarchar(max), @count decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    DECLARE @length int = dbo.lc_len(@t), @wanted int = dbo.lc_whole(@count);
    RETURN dbo.lc_mid(@t, CASE WHEN @wanted >= @length THEN 1 ELSE @length - @wanted + 1 END, @wanted);
END
GO
-- CHARINDEX counts what is stored; the text before the place tells the code points.
CREATE OR ALTER FUNCTION dbo.lc_find(@part nvarchar(max), @t nvarchar(max), @start decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @skipped int = dbo.lc_whole(@start) - 1, @all nvarchar(max) = COALESCE(@t, N'');
    IF @skipped < 0 OR @skipped > dbo.lc_len(@all) RETURN NULL;
    IF COALESCE(DATALENGTH(@part), 0) = 0 RETURN @skipped + 1;
    DECLARE @rest nvarchar(max) = COALESCE(dbo.lc_mid(@all, @skipped + 1, 1000000000), N'');
    DECLARE @index bigint = CHARINDEX(@part COLLATE Latin1_General_100_BIN2, @rest COLLATE Latin1_General_100_BIN2);
    RETURN CASE WHEN @index > 0 THEN @skipped + 1 + dbo.lc_len(SUBSTRING(@rest COLLATE Latin1_General_100_BIN2, 1, @index - 1)) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_contains(@t nvarchar(max), @part nvarchar(max)) RETURNS bit AS
BEGIN
    RETURN CASE WHEN dbo.lc_find(@part, @t, 1) IS NULL THEN 0 ELSE 1 END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_starts_with(@t nvarchar(max), @part nvarchar(max)) RETURNS bit AS
BEGIN
    RETURN CASE WHEN dbo.lc_find(@part, @t, 1) = 1 THEN 1 ELSE 0 END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_exact(@a nvarchar(max), @b nvarchar(max)) RETURNS bit AS
BEGIN
    RETURN CASE
        WHEN @a IS NULL AND @b IS NULL THEN 1
        WHEN @a COLLATE Latin1_General_100_BIN2 = @b COLLATE Latin1_General_100_BIN2 AND DATALENGTH(@a) = DATALENGTH(@b) THEN 1
        ELSE 0
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_ends_with(@t nvarchar(max), @part nvarchar(max)) RETURNS bit AS
BEGIN
    RETURN CASE
        WHEN COALESCE(DATALENGTH(@part), 0) = 0 THEN 1
        WHEN dbo.lc_len(@part) > dbo.lc_len(@t) THEN 0
        ELSE dbo.lc_exact(dbo.lc_right(@t, dbo.lc_len(@part)), @part)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_replace(@t nvarchar(max), @start decimal(38, 18), @count decimal(38, 18), @replacement nvarchar(max)) RETURNS nvarchar(max) AS
BEGIN
    IF dbo.lc_whole(@start) < 1 OR dbo.lc_whole(@count) < 0 RETURN NULL;
    RETURN dbo.lc_limit(
        COALESCE(dbo.lc_mid(@t, 1, dbo.lc_whole(@start) - 1), N'') + COALESCE(@replacement, N'')
        + COALESCE(dbo.lc_mid(@t, dbo.lc_whole(@start) + dbo.lc_whole(@count), 1000000000), N''));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_substitute_all(@t nvarchar(max), @part nvarchar(max), @replacement nvarchar(max)) RETURNS nvarchar(max) AS
BEGIN
    IF COALESCE(DATALENGTH(@t), 0) = 0 RETURN NULL;
    IF COALESCE(DATALENGTH(@part), 0) = 0 RETURN @t;
    DECLARE @without bigint = DATALENGTH(REPLACE(@t COLLATE Latin1_General_100_BIN2, @part COLLATE Latin1_General_100_BIN2, N''));
    DECLARE @times bigint = (DATALENGTH(@t) - @without) / DATALENGTH(@part);
    IF DATALENGTH(@t) + @times * (COALESCE(DATALENGTH(@replacement), 0) - DATALENGTH(@part)) > 128000 RETURN NULL;
    RETURN dbo.lc_limit(REPLACE(
        @t COLLATE Latin1_General_100_BIN2, @part COLLATE Latin1_General_100_BIN2, COALESCE(@replacement, N'') COLLATE Latin1_General_100_BIN2));
END
GO
CREATE OR ALTER FUNCTION dbo.lc_substitute_one(
    @t nvarchar(max), @part nvarchar(max), @replacement nvarchar(max), @occurrence decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    IF COALESCE(DATALENGTH(@t), 0) = 0 RETURN NULL;
    IF COALESCE(DATALENGTH(@part), 0) = 0 RETURN @t;
    IF dbo.lc_whole(@occurrence) < 1 RETURN NULL;
    DECLARE @left int = dbo.lc_whole(@occurrence), @place decimal(38, 18) = 1 - dbo.lc_len(@part);
    WHILE @left > 0
    BEGIN
        SET @place = dbo.lc_find(@part, @t, @place + dbo.lc_len(@part));
        IF @place IS NULL RETURN @t;
        SET @left = @left - 1;
    END;
    RETURN dbo.lc_replace(@t, @place, dbo.lc_len(@part), @replacement);
END
GO
-- Runs of spaces become one: < > marks each, and what meets within a run disappears.
CREATE OR ALTER FUNCTION dbo.lc_trim(@t nvarchar(max)) RETURNS nvarchar(max) AS
BEGIN
    DECLARE @open nchar(1) = NCHAR(1), @close nchar(1) = NCHAR(2);
    DECLARE @folded nvarchar(max) = REPLACE(REPLACE(REPLACE(
        @t COLLATE Latin1_General_100_BIN2, N' ', @open + @close), @close + @open, N''), @open + @close, N' ');
    SET @folded = LTRIM(RTRIM(@folded));
    RETURN CASE WHEN DATALENGTH(@folded) > 0 THEN @folded END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_rept(@t nvarchar(max), @count decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    RETURN CASE WHEN dbo.lc_len(@t) * CAST(dbo.lc_whole(@count) AS bigint) BETWEEN 1 AND 32000
        THEN REPLICATE(CAST(@t AS nvarchar(max)), dbo.lc_whole(@count)) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_number_text(@x decimal(38, 18)) RETURNS nvarchar(max) AS
BEGIN
    DECLARE @text nvarchar(50) = CONVERT(nvarchar(50), @x), @end int;
    SET @end = LEN(@text);
    WHILE @end > 0 AND SUBSTRING(@text, @end, 1) = N'0' SET @end = @end - 1;
    IF SUBSTRING(@text, @end, 1) = N'.' SET @end = @end - 1;
    RETURN LEFT(@text, @end);
END
GO
