namespace LowCodeErp.Formula.Analysis;

/// <summary>What a condition may come to for the records of one cell; several where it depends on what is not looked into.</summary>
[Flags]
internal enum Outcome
{
    None = 0,
    True = 1,
    False = 2,

    /// <summary>The whole formula is blank then, as soon as the failing part is reached.</summary>
    Fails = 4,
}

/// <summary>The logic of <see cref="Outcome"/>: what is not reached neither decides nor fails.</summary>
internal static class OutcomeLogic
{
    public static Outcome Of(bool holds) => holds ? Outcome.True : Outcome.False;

    public static Outcome Not(Outcome outcome)
        => (outcome & Outcome.Fails) | (outcome.HasFlag(Outcome.True) ? Outcome.False : 0) | (outcome.HasFlag(Outcome.False) ? Outcome.True : 0);

    public static Outcome Choose(Outcome test, Outcome whenTrue, Outcome whenFalse)
        => (test & Outcome.Fails) | (test.HasFlag(Outcome.True) ? whenTrue : 0) | (test.HasFlag(Outcome.False) ? whenFalse : 0);
}
