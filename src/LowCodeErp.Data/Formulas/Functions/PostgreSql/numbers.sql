-- Numbers. Each function says what the primitive of its name in LowCodeErp.Formula says, and raises no error for any argument.

-- Within decimal's range, else blank.
CREATE OR REPLACE FUNCTION lc_within(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(x) <= 79228162514264337593543950335 THEN x END;

-- What is computed inexactly has as many places as its size allows within 26 digits.
CREATE OR REPLACE FUNCTION lc_canonical(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN abs(x) < 100000000 THEN round(x, 18)
    WHEN abs(x) < 100000000000000 THEN round(x, 12)
    WHEN abs(x) < 100000000000000000000 THEN round(x, 6)
    ELSE lc_within(round(x))
END;

-- A count or digits given as a number.
CREATE OR REPLACE FUNCTION lc_whole(x numeric) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x >= 1000000000 THEN 1000000000 WHEN x <= -1000000000 THEN -1000000000 ELSE trunc(x)::integer END;

CREATE OR REPLACE FUNCTION lc_power_of_ten(exponent integer) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ('1e' || exponent::text)::numeric;

CREATE OR REPLACE FUNCTION lc_add_canonical(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_canonical(a + b);

CREATE OR REPLACE FUNCTION lc_subtract_canonical(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_canonical(a - b);

CREATE OR REPLACE FUNCTION lc_multiply_canonical(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_canonical(a * b);

-- A fraction in whole numbers of 1/unit, half away from zero. PostgreSQL's own division has too few places, and rounding its result
-- would round twice.
CREATE OR REPLACE FUNCTION lc_ratio(a numeric, b numeric, unit numeric, part numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sign(a) * sign(b) * div(2 * abs(a) * unit + abs(b), 2 * abs(b)) * part;

CREATE OR REPLACE FUNCTION lc_divide(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN b = 0 THEN NULL
    WHEN abs(a) < abs(b) * 100000000 THEN lc_ratio(a, nullif(b, 0), 1000000000000000000, 0.000000000000000001)
    WHEN abs(a) < abs(b) * 100000000000000 THEN lc_ratio(a, nullif(b, 0), 1000000000000, 0.000000000001)
    WHEN abs(a) < abs(b) * 100000000000000000000 THEN lc_ratio(a, nullif(b, 0), 1000000, 0.000001)
    ELSE lc_within(lc_ratio(a, nullif(b, 0), 1, 1))
END;

CREATE OR REPLACE FUNCTION lc_mod(x numeric, divisor numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN x % nullif(divisor, 0) <> 0 AND (x % nullif(divisor, 0) < 0) <> (divisor < 0) THEN lc_canonical(x % nullif(divisor, 0) + divisor)
    ELSE x % nullif(divisor, 0)
END;

CREATE OR REPLACE FUNCTION lc_quotient(x numeric, divisor numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_within(div(x, nullif(divisor, 0)));

CREATE OR REPLACE FUNCTION lc_abs(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN abs(x);

CREATE OR REPLACE FUNCTION lc_sign(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sign(x);

-- No more places than the number has: round would append zeros, with which it no longer fits into a decimal.
CREATE OR REPLACE FUNCTION lc_round(x numeric, digits numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_within(round(x, least(lc_whole(digits), scale(x))));

CREATE OR REPLACE FUNCTION lc_round_down(x numeric, digits numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trunc(x, least(lc_whole(digits), scale(x)));

CREATE OR REPLACE FUNCTION lc_round_up_at(x numeric, digits integer) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_within(trunc(x, digits) + CASE WHEN trunc(x, digits) = x THEN 0 ELSE sign(x) * lc_power_of_ten(-digits) END);

CREATE OR REPLACE FUNCTION lc_round_up(x numeric, digits numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_round_up_at(x, greatest(least(lc_whole(digits), scale(x)), -30));

CREATE OR REPLACE FUNCTION lc_int(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN floor(x);

CREATE OR REPLACE FUNCTION lc_ceiling(x numeric, step numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN step = 0 THEN 0
    WHEN x > 0 AND step < 0 THEN NULL
    ELSE lc_canonical(
        (div(x, nullif(step, 0)) + CASE WHEN x % nullif(step, 0) <> 0 AND (x < 0) = (step < 0) THEN 1 ELSE 0 END) * step)
END;

CREATE OR REPLACE FUNCTION lc_floor(x numeric, step numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN x = 0 THEN 0
    WHEN step = 0 OR x > 0 AND step < 0 THEN NULL
    ELSE lc_canonical(
        (div(x, nullif(step, 0)) - CASE WHEN x % nullif(step, 0) <> 0 AND (x < 0) <> (step < 0) THEN 1 ELSE 0 END) * step)
END;

CREATE OR REPLACE FUNCTION lc_m_round(x numeric, step numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN x = 0 OR step = 0 THEN 0
    WHEN (x < 0) <> (step < 0) THEN NULL
    ELSE lc_canonical(
        (div(x, nullif(step, 0)) + CASE WHEN 2 * abs(x % nullif(step, 0)) >= abs(step) THEN 1 ELSE 0 END) * step)
END;

CREATE OR REPLACE FUNCTION lc_even(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_within(sign(x) * (ceil(abs(x)) + ceil(abs(x)) % 2));

CREATE OR REPLACE FUNCTION lc_odd(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x = 0 THEN 1 ELSE lc_within(sign(x) * (ceil(abs(x)) + 1 - ceil(abs(x)) % 2)) END;

CREATE OR REPLACE FUNCTION lc_is_even(x numeric) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trunc(x) % 2 = 0;

CREATE OR REPLACE FUNCTION lc_is_odd(x numeric) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trunc(x) % 2 <> 0;

-- Mathematics on doubles. Arguments for which PostgreSQL would raise an error are caught beforehand: e^100 is far beyond decimal,
-- e^-100 far below its last place.

CREATE OR REPLACE FUNCTION lc_digits_before_point(size numeric) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN size >= 1 THEN length(trunc(size)::text) ELSE -length(substring(size::text FROM '^0\.(0*)')) END;

CREATE OR REPLACE FUNCTION lc_significant(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round(x, least(15 - lc_digits_before_point(abs(x)), 18, scale(x)));

-- 15 significant digits of the shortest text that means this double, 18 places at most.
CREATE OR REPLACE FUNCTION lc_from_double(x double precision) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(x) < 7.9e28 THEN lc_significant(x::text::numeric) END;

CREATE OR REPLACE FUNCTION lc_power(x numeric, exponent numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN x = 0 THEN CASE WHEN exponent > 0 THEN 0 END
    WHEN x < 0 AND exponent::double precision <> floor(exponent::double precision) THEN NULL
    WHEN exponent::double precision * ln(abs(nullif(x, 0))::double precision) > 100 THEN NULL
    WHEN exponent::double precision * ln(abs(nullif(x, 0))::double precision) < -100 THEN 0
    ELSE lc_from_double(power(nullif(x, 0)::double precision, exponent::double precision))
END;

CREATE OR REPLACE FUNCTION lc_sqrt(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_from_double(sqrt(CASE WHEN x >= 0 THEN x::double precision END));

CREATE OR REPLACE FUNCTION lc_exp(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x > 100 THEN NULL WHEN x < -100 THEN 0 ELSE lc_from_double(exp(least(greatest(x, -100), 100)::double precision)) END;

CREATE OR REPLACE FUNCTION lc_ln(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_from_double(ln(CASE WHEN x > 0 THEN x::double precision END));

CREATE OR REPLACE FUNCTION lc_log10(x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_from_double(log(CASE WHEN x > 0 THEN x::double precision END));

CREATE OR REPLACE FUNCTION lc_log(x numeric, radix numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN radix = 10 THEN lc_log10(x)
    WHEN radix = 1 THEN NULL
    ELSE lc_from_double(
        ln(CASE WHEN x > 0 THEN x::double precision END) / nullif(ln(CASE WHEN radix > 0 THEN radix::double precision END), 0))
END;

-- Aggregates that PostgreSQL lacks. A sum is lc_canonical(sum(x)), an average lc_divide(sum(x), count(x)).

CREATE OR REPLACE FUNCTION lc_product_step(product numeric, factor numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN factor IS NULL THEN product
    WHEN abs(product) > lc_power_of_ten(4000) OR scale(product) > 8000 THEN 'NaN'
    ELSE coalesce(product, 1) * factor
END;

CREATE OR REPLACE FUNCTION lc_product_end(product numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN product IS NULL THEN 0 ELSE lc_canonical(product) END;

CREATE OR REPLACE AGGREGATE lc_product(numeric) (SFUNC = lc_product_step, STYPE = numeric, FINALFUNC = lc_product_end, PARALLEL = SAFE);

CREATE OR REPLACE FUNCTION lc_median_end(numbers numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT lc_divide(sum(x), count(*))
    FROM (
        SELECT x, row_number() OVER (ORDER BY x) AS place, count(*) OVER () AS total
        FROM unnest(numbers) AS x
        WHERE x IS NOT NULL) AS sorted
    WHERE place IN ((total + 1) / 2, total / 2 + 1));

CREATE OR REPLACE AGGREGATE lc_median(numeric) (SFUNC = array_append, STYPE = numeric[], FINALFUNC = lc_median_end, PARALLEL = SAFE);

-- The same over values that stand side by side in one row. What else there is of them, PostgreSQL has itself.

CREATE OR REPLACE FUNCTION lc_product_of(VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT lc_product(x) FROM unnest(numbers) AS x);

CREATE OR REPLACE FUNCTION lc_median_of(VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_median_end(numbers);

CREATE OR REPLACE FUNCTION lc_large_of(place numeric, VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT x FROM unnest(numbers) AS x WHERE x IS NOT NULL ORDER BY x DESC OFFSET (greatest(place, 1) - 1)::bigint LIMIT 1);

CREATE OR REPLACE FUNCTION lc_small_of(place numeric, VARIADIC numbers numeric[]) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT x FROM unnest(numbers) AS x WHERE x IS NOT NULL ORDER BY x OFFSET (greatest(place, 1) - 1)::bigint LIMIT 1);

-- What a condition that may be blank counts as; under a name of its own, as EF drops COALESCE where it thinks it idle.
CREATE OR REPLACE FUNCTION lc_holds(condition boolean, otherwise boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(condition, otherwise);
