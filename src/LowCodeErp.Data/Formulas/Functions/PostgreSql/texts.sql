-- Texts, counted in code points. Lengths beyond the limit of formulas are blank. All comparisons are by code points.

CREATE OR REPLACE FUNCTION lc_limit(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(t) BETWEEN 1 AND 32000 THEN t END;

CREATE OR REPLACE FUNCTION lc_concatenate(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_limit(coalesce(a, '') || coalesce(b, ''));

CREATE OR REPLACE FUNCTION lc_concatenate_all(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_limit(array_to_string(parts, ''));

CREATE OR REPLACE FUNCTION lc_text_join(separator text, skips_blanks boolean, VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_limit(CASE
    WHEN skips_blanks THEN array_to_string(parts, coalesce(separator, ''))
    ELSE array_to_string(parts, coalesce(separator, ''), '')
END);

CREATE OR REPLACE FUNCTION lc_mid(t text, start numeric, count numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN lc_whole(start) >= 1 AND lc_whole(count) >= 1 THEN nullif(substr(t, lc_whole(start), greatest(lc_whole(count), 0)), '') END;

CREATE OR REPLACE FUNCTION lc_left(t text, count numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN nullif("left"(t, greatest(lc_whole(count), 0)), '');

CREATE OR REPLACE FUNCTION lc_right(t text, count numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN nullif("right"(t, greatest(lc_whole(count), 0)), '');

CREATE OR REPLACE FUNCTION lc_len(t text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(length(t), 0)::numeric;

CREATE OR REPLACE FUNCTION lc_find_from(part text, t text, skipped integer) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN skipped < 0 OR skipped > length(t) THEN NULL
    WHEN strpos(substr(t, skipped + 1) COLLATE "C", part COLLATE "C") > 0 THEN skipped + strpos(substr(t, skipped + 1) COLLATE "C", part COLLATE "C")
END;

CREATE OR REPLACE FUNCTION lc_find(part text, t text, start numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_find_from(coalesce(part, ''), coalesce(t, ''), lc_whole(start) - 1);

-- A pattern of SEARCH as a regular expression, in which every literal character stands for itself.
CREATE OR REPLACE FUNCTION lc_search_regex(pattern text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(string_agg(
        CASE item[1] WHEN '*' THEN '.*' WHEN '?' THEN '.' ELSE regexp_replace("right"(item[1], 1), '([][(){}.*+?^$|\\])', '\\\1') END,
        '' ORDER BY place), '')
    FROM regexp_matches(pattern COLLATE "C", '~[*?~]|.', 'g') WITH ORDINALITY AS items (item, place));

-- What stands before the first match tells where it is.
CREATE OR REPLACE FUNCTION lc_search_rest(regex text, rest text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN rest COLLATE "C" ~ regex COLLATE "C" THEN length(regexp_replace(rest COLLATE "C", (regex || '.*') COLLATE "C", '')) + 1
END;

CREATE OR REPLACE FUNCTION lc_search_from(pattern text, t text, skipped integer) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN skipped >= 0 AND skipped <= length(t) AND length(pattern) <= 255
    THEN skipped + lc_search_rest(lc_search_regex(pattern), substr(t, skipped + 1))
END;

CREATE OR REPLACE FUNCTION lc_search(pattern text, t text, start numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_search_from(lc_upper(coalesce(pattern, '')), lc_upper(coalesce(t, '')), lc_whole(start) - 1);

CREATE OR REPLACE FUNCTION lc_contains(t text, part text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN strpos(coalesce(t, '') COLLATE "C", coalesce(part, '') COLLATE "C") > 0;

CREATE OR REPLACE FUNCTION lc_starts_with(t text, part text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN starts_with(coalesce(t, '') COLLATE "C", coalesce(part, '') COLLATE "C");

CREATE OR REPLACE FUNCTION lc_ends_with(t text, part text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN "right"(coalesce(t, ''), length(coalesce(part, ''))) COLLATE "C" = coalesce(part, '') COLLATE "C";

CREATE OR REPLACE FUNCTION lc_exact(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN a COLLATE "C" IS NOT DISTINCT FROM b COLLATE "C";

-- The length of the result decides before it is made: it could be gigabytes.
CREATE OR REPLACE FUNCTION lc_substitute_all(t text, part text, replacement text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN coalesce(part, '') COLLATE "C" = '' THEN nullif(t COLLATE "C", '')
    WHEN length(t) + (length(t) - length(replace(t COLLATE "C", part COLLATE "C", ''))) / nullif(length(part), 0)::bigint
        * (length(coalesce(replacement, '')) - length(part)) <= 32000
    THEN nullif(replace(t COLLATE "C", part COLLATE "C", coalesce(replacement, '') COLLATE "C"), '')
END;

CREATE OR REPLACE FUNCTION lc_substitute_in(t text, parts text[], part text, replacement text, occurrence integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN occurrence < 1 THEN NULL
    WHEN occurrence >= coalesce(array_length(parts, 1), 0) THEN t
    ELSE lc_limit(
        array_to_string(parts[1:occurrence], part) || coalesce(replacement, '') || array_to_string(parts[occurrence + 1:], part))
END;

CREATE OR REPLACE FUNCTION lc_substitute_one(t text, part text, replacement text, occurrence numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN coalesce(part, '') COLLATE "C" = '' OR coalesce(t, '') COLLATE "C" = '' THEN nullif(t COLLATE "C", '')
    ELSE lc_substitute_in(t, string_to_array(t COLLATE "C", part COLLATE "C"), part, replacement, lc_whole(occurrence))
END;

CREATE OR REPLACE FUNCTION lc_replace(t text, start numeric, count numeric, replacement text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN lc_whole(start) >= 1 AND lc_whole(count) >= 0 THEN lc_limit(
    "left"(coalesce(t, ''), lc_whole(start) - 1) || coalesce(replacement, '') || substr(coalesce(t, ''), lc_whole(start) + lc_whole(count)))
END;

CREATE OR REPLACE FUNCTION lc_trim(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN nullif(btrim(regexp_replace(t COLLATE "C", ' +', ' ', 'g'), ' '), '');

CREATE OR REPLACE FUNCTION lc_rept(t text, count numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(t)::bigint * lc_whole(count) BETWEEN 1 AND 32000 THEN repeat(t, lc_whole(count)) END;

CREATE OR REPLACE FUNCTION lc_number_text(x numeric) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trim_scale(x)::text;

-- VALUE, in the steps of NumberReader: without spaces and in half-width characters, without the brackets of accountants, in its parts.

CREATE OR REPLACE FUNCTION lc_number_fold(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(
    regexp_replace(t COLLATE "C", '[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]', '', 'g'),
    '０１２３４５６７８９＋－．，、％（）＄ｅＥ−–', '0123456789+-.,,%()$eE--');

CREATE OR REPLACE FUNCTION lc_number_scaled(digits text, places integer, exponent text, is_percent boolean) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN digits COLLATE "C" = '' OR length(ltrim(exponent COLLATE "C", '+-0')) > 2 THEN NULL
    ELSE lc_canonical(digits::numeric * lc_power_of_ten(coalesce(exponent::integer, 0) - places - CASE WHEN is_percent THEN 2 ELSE 0 END))
END;

-- Sign, digits before the point, after it, exponent, percent.
CREATE OR REPLACE FUNCTION lc_number_of_parts(parts text[], is_negative boolean) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN is_negative OR strpos(parts[1] COLLATE "C", '-') > 0 THEN -1 ELSE 1 END
    * lc_number_scaled(replace(parts[2] COLLATE "C", ',', '') || coalesce(parts[3], ''), length(coalesce(parts[3], '')), parts[4], parts[5] IS NOT NULL);

CREATE OR REPLACE FUNCTION lc_number_parts(t text, is_negative boolean) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lc_number_of_parts(
    regexp_match(t COLLATE "C", '^([-+$¥￥]{0,2})([0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]+))?(%)?$'), is_negative);

CREATE OR REPLACE FUNCTION lc_number_unbracket(t text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN length(t) > 2 AND "right"(t, 1) COLLATE "C" = ')' AND strpos(t COLLATE "C", '(') > 0
    THEN lc_number_parts(regexp_replace("left"(t, -1) COLLATE "C", '\(', ''), true)
    ELSE lc_number_parts(t, false)
END;

CREATE OR REPLACE FUNCTION lc_value(t text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN length(t) <= 60 THEN lc_number_unbracket(lc_number_fold(t)) END;
