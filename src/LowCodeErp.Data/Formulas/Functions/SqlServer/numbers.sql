-- Numbers, as decimal(38, 18): SQL Server has 38 digits in all, so that what is 10^20 or larger is blank here. Each function
-- says what the primitive of its name in LowCodeErp.Formula says, and raises no error for any argument.

CREATE OR ALTER FUNCTION dbo.lc_whole(@x decimal(38, 18)) RETURNS int AS
BEGIN
    RETURN CASE WHEN @x >= 1000000000 THEN 1000000000 WHEN @x <= -1000000000 THEN -1000000000 ELSE CAST(ROUND(@x, 0, 1) AS int) END;
END
GO
-- What is computed inexactly has as many places as its size allows within 26 digits.
CREATE OR ALTER FUNCTION dbo.lc_canonical(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN CASE
        WHEN ABS(@x) < 100000000 THEN @x
        WHEN ABS(@x) < 100000000000000 THEN ROUND(@x, 12)
        WHEN ABS(@x) < 99999999999999999999 THEN ROUND(@x, 6)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_add_canonical(@a decimal(38, 18), @b decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN CASE WHEN ABS(CAST(@a AS float) + CAST(@b AS float)) < 9.9e19 THEN dbo.lc_canonical(@a + @b) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_subtract_canonical(@a decimal(38, 18), @b decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN dbo.lc_add_canonical(@a, -@b);
END
GO
-- In whole and fractional parts, each product of which SQL Server computes exactly; its own result type would cut places off.
CREATE OR ALTER FUNCTION dbo.lc_multiply_canonical(@a decimal(38, 18), @b decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @wholeA decimal(20, 0) = ROUND(@a, 0, 1), @wholeB decimal(20, 0) = ROUND(@b, 0, 1);
    DECLARE @partA decimal(18, 18) = @a - @wholeA, @partB decimal(18, 18) = @b - @wholeB;
    IF @a IS NULL OR @b IS NULL OR ABS(CAST(@a AS float) * CAST(@b AS float)) >= 9.9e19 RETURN NULL;
    DECLARE @low decimal(38, 36) = @partA * @partB;
    RETURN dbo.lc_canonical(
        CAST(CAST(@wholeA AS decimal(19, 0)) * CAST(@wholeB AS decimal(19, 0)) AS decimal(38, 18))
        + CAST(CAST(@wholeA AS decimal(20, 0)) * @partB AS decimal(38, 18))
        + CAST(CAST(@wholeB AS decimal(20, 0)) * @partA AS decimal(38, 18))
        + CAST(ROUND(@low, 18) AS decimal(38, 18)));
END
GO
-- Long division, digit by digit: SQL Server's own quotient of such numbers has six places.
CREATE OR ALTER FUNCTION dbo.lc_divide(@a decimal(38, 18), @b decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @a IS NULL OR @b IS NULL OR @b = 0 OR ABS(@b) >= 1000000000000000000 OR ABS(CAST(@a AS float) / CAST(@b AS float)) >= 9.9e19 RETURN NULL;
    DECLARE @divisor decimal(38, 18) = ABS(@b), @rest decimal(38, 18) = ABS(@a) % ABS(@b), @place int = 0, @digit int;
    DECLARE @quotient decimal(38, 18) = ROUND((ABS(@a) - @rest) / @divisor, 0), @unit decimal(38, 18) = 1;
    DECLARE @places int = CASE WHEN @quotient < 100000000 THEN 18 WHEN @quotient < 100000000000000 THEN 12 ELSE 6 END;
    WHILE @place < @places
    BEGIN
        SET @rest = @rest * 10;
        SET @unit = @unit / 10;
        SET @digit = 0;
        WHILE @rest >= @divisor
        BEGIN
            SET @rest = @rest - @divisor;
            SET @digit = @digit + 1;
        END;
        SET @quotient = @quotient + @digit * @unit;
        SET @place = @place + 1;
    END;
    IF @rest >= @divisor - @rest SET @quotient = @quotient + @unit;
    RETURN SIGN(@a) * SIGN(@b) * @quotient;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_mod(@x decimal(38, 18), @divisor decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @divisor = 0 RETURN NULL;
    DECLARE @rest decimal(38, 18) = @x % @divisor;
    RETURN CASE WHEN @rest <> 0 AND SIGN(@rest) <> SIGN(@divisor) THEN dbo.lc_canonical(@rest + @divisor) ELSE @rest END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_quotient(@x decimal(38, 18), @divisor decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @divisor = 0 OR ABS(CAST(@x AS float) / CAST(@divisor AS float)) >= 9.9e19 RETURN NULL;
    RETURN ROUND((@x - @x % @divisor) / @divisor, 0);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_abs(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN ABS(@x);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_sign(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN SIGN(@x);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_digits(@digits decimal(38, 18)) RETURNS int AS
BEGIN
    RETURN CASE WHEN @digits >= 18 THEN 18 WHEN @digits <= -20 THEN -20 ELSE dbo.lc_whole(@digits) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_round_down(@x decimal(38, 18), @digits decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN ROUND(@x, dbo.lc_digits(@digits), 1);
END
GO
-- One unit of a place; 10^20 does not fit.
CREATE OR ALTER FUNCTION dbo.lc_unit(@digits int) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @unit decimal(38, 18) = 1, @place int = 0;
    IF @digits < -19 RETURN NULL;
    WHILE @place < ABS(@digits)
    BEGIN
        SET @unit = CASE WHEN @digits < 0 THEN @unit * 10 ELSE @unit / 10 END;
        SET @place = @place + 1;
    END;
    RETURN @unit;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_round(@x decimal(38, 18), @digits decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @cut decimal(38, 18) = dbo.lc_round_down(@x, @digits), @unit decimal(38, 18) = dbo.lc_unit(dbo.lc_digits(@digits));
    RETURN CASE WHEN ABS(@x - @cut) >= @unit / 2 THEN dbo.lc_add_canonical(@cut, SIGN(@x) * @unit) ELSE @cut END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_round_up(@x decimal(38, 18), @digits decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @cut decimal(38, 18) = dbo.lc_round_down(@x, @digits);
    RETURN CASE WHEN @cut = @x THEN @x ELSE dbo.lc_add_canonical(@cut, SIGN(@x) * dbo.lc_unit(dbo.lc_digits(@digits))) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_int(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    RETURN FLOOR(@x);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_ceiling(@x decimal(38, 18), @step decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @step = 0 RETURN 0;
    IF @x > 0 AND @step < 0 RETURN NULL;
    DECLARE @rest decimal(38, 18) = @x % @step;
    RETURN CASE
        WHEN @rest <> 0 AND SIGN(@x) = SIGN(@step) THEN dbo.lc_add_canonical(@x - @rest, @step)
        ELSE dbo.lc_canonical(@x - @rest)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_floor(@x decimal(38, 18), @step decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @x = 0 RETURN 0;
    IF @step = 0 OR @x > 0 AND @step < 0 RETURN NULL;
    DECLARE @rest decimal(38, 18) = @x % @step;
    RETURN CASE
        WHEN @rest <> 0 AND SIGN(@x) <> SIGN(@step) THEN dbo.lc_add_canonical(@x - @rest, -@step)
        ELSE dbo.lc_canonical(@x - @rest)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_m_round(@x decimal(38, 18), @step decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    IF @x = 0 OR @step = 0 RETURN 0;
    IF SIGN(@x) <> SIGN(@step) RETURN NULL;
    DECLARE @rest decimal(38, 18) = @x % @step;
    RETURN CASE
        WHEN ABS(@rest) >= ABS(@step) - ABS(@rest) THEN dbo.lc_add_canonical(@x - @rest, @step)
        ELSE dbo.lc_canonical(@x - @rest)
    END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_even(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @size decimal(38, 18) = CEILING(ABS(@x));
    RETURN SIGN(@x) * dbo.lc_add_canonical(@size, @size % 2);
END
GO
CREATE OR ALTER FUNCTION dbo.lc_odd(@x decimal(38, 18)) RETURNS decimal(38, 18) AS
BEGIN
    DECLARE @size decimal(38, 18) = CEILING(ABS(@x));
    RETURN CASE WHEN @x = 0 THEN 1 ELSE SIGN(@x) * dbo.lc_add_canonical(@size, 1 - @size % 2) END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_is_even(@x decimal(38, 18)) RETURNS bit AS
BEGIN
    RETURN CASE WHEN ROUND(@x, 0, 1) % 2 = 0 THEN 1 ELSE 0 END;
END
GO
CREATE OR ALTER FUNCTION dbo.lc_is_odd(@x decimal(38, 18)) RETURNS bit AS
BEGIN
    RETURN CASE WHEN ROUND(@x, 0, 1) % 2 <> 0 THEN 1 ELSE 0 END;
END
GO
