using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// What a formula knows besides its record, fixed once per run: a run over a million records has one now.
/// </summary>
public sealed class EvaluationContext
{
    public static TimeZoneInfo DefaultZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public EvaluationContext(DateTime now, TimeZoneInfo? zone = null)
    {
        // Databases store microseconds; with more, now would differ between memory and them.
        Now = new(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        Zone = zone ?? DefaultZone;
        Today = DateOnly.FromDateTime(LocalTime.FromUtc(Now, Zone));
    }

    /// <summary>In UTC.</summary>
    public DateTime Now { get; }

    /// <summary>The workspace's; decides which day it is.</summary>
    public TimeZoneInfo Zone { get; }

    public DateOnly Today { get; }

    public long? CurrentUser { get; init; }

    public long? UserDepartment { get; init; }

    public IReadOnlyList<string> UserRoles { get; init; } = [];

    public IWorkingCalendar Calendar { get; init; } = WeekCalendar.Instance;

    /// <summary>The record as it was before the change that is being looked at; null when it is new or nothing changes.</summary>
    public IFormulaRow? Before { get; init; }

    public bool IsNew { get; init; }

    public decimal? RecordNumber { get; init; }

    /// <summary>The same run, looking at a change of one record.</summary>
    public EvaluationContext During(IFormulaRow? before, bool isNew) => With(Now, before, isNew, Report);

    /// <summary>The same at another moment (UTC): pages stay open for hours.</summary>
    public EvaluationContext At(DateTime now) => With(now, Before, IsNew, Report);

    /// <summary>The same run, with somebody else who is told of failures.</summary>
    public EvaluationContext Reporting(Action<FormulaDiagnostic> report) => With(Now, Before, IsNew, report);

    public Random Random { get; init; } = Random.Shared;

    /// <summary>Told of every failure at run time, for previews and logs.</summary>
    public Action<FormulaDiagnostic>? Report { get; init; }

    private EvaluationContext With(DateTime now, IFormulaRow? before, bool isNew, Action<FormulaDiagnostic>? report) => new(now, Zone)
    {
        CurrentUser = CurrentUser, UserDepartment = UserDepartment, UserRoles = UserRoles, Calendar = Calendar,
        Before = before, IsNew = isNew, RecordNumber = RecordNumber, Random = Random, Report = report,
    };
}
