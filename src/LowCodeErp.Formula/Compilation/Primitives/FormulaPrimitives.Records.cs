namespace LowCodeErp.Formula.Compilation;

/// <summary>The run and its record.</summary>
public static partial class FormulaPrimitives
{
    public static DateOnly? Today(EvaluationContext context) => context.Today;

    public static DateTime? Now(EvaluationContext context) => context.Now;

    public static long? CurrentUser(EvaluationContext context) => context.CurrentUser;

    public static long? UserDepartment(EvaluationContext context) => context.UserDepartment;

    public static IReadOnlyList<string?> UserRoles(EvaluationContext context) => context.UserRoles;

    public static decimal? RecordNumber(EvaluationContext context) => context.RecordNumber;

    public static string? Uuid(EvaluationContext context)
    {
        var bytes = new byte[16];
        context.Random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    public static bool IsNew(EvaluationContext context) => context.IsNew;

    public static IFormulaRow? RowBefore(EvaluationContext context) => context.Before;
}
