using System.Diagnostics;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>Random drawings under random deeds: after each of them the machine stands as the oracle says. What fails is shrunk and printed with its seed.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int DeedsOfARun = 40;

    [Fact]
    public void MachineAgreesWithTheOracle()
    {
        var deeds = Environment.GetEnvironmentVariable("LOWCODE_FULL") == "1" ? 100_000 : 5_000;
        var (done, taken) = (0, 0);
        for (var seed = 1; done < deeds; seed++)
        {
            var random = new Random(seed);
            var maker = new RandomRun(random);
            var trunk = maker.Draw();
            var played = Play(trunk, maker, random, out var difference);
            if (difference is not null)
            {
                Fail(seed, trunk, played);
            }

            done += played.Count;
            taken += played.Count(deed => deed is not Deed.Crash);
        }

        output.WriteLine($"{done} deeds from seed 1 on, {taken} of them commands.");
    }

    /// <summary>Now and then two deeds are chosen at once, as by people who do not know of each other.</summary>
    private static List<Deed> Play(Plan[] trunk, RandomRun maker, Random random, out string? difference)
    {
        var (machine, played) = (new OracleMachine(trunk), new List<Deed>());
        difference = null;
        while (difference is null && played.Count < DeedsOfARun && !machine.Run.State.Instance.HasEnded)
        {
            Deed[] next = random.Next(4) == 0 ? [maker.Choose(machine.Run), maker.Choose(machine.Run)] : [maker.Choose(machine.Run)];
            foreach (var deed in next.TakeWhile(_ => !machine.Run.State.Instance.HasEnded))
            {
                played.Add(deed);
                difference ??= Compare(trunk, machine, played);
            }
        }

        return played;
    }

    /// <summary>The oracle begins anew with everything that happened so far.</summary>
    private static string? Compare(Plan[] trunk, OracleMachine machine, List<Deed> played)
    {
        var oracle = new FlowOracle(trunk);
        var isTaken = false;
        foreach (var deed in played)
        {
            isTaken = oracle.Do(deed);
        }

        string found;
        try
        {
            found = Tell(machine.Do(played[^1]), machine.Run.Open, machine.Run.Status.ToString());
        }
        catch (Exception exception) when (exception is not UnreachableException)
        {
            // The doctor, or the machine itself: as much a finding as a difference.
            found = exception.Message;
        }

        var expected = Tell(isTaken, oracle.Open, oracle.Status);
        return found == expected ? null : $"expected {expected}{Environment.NewLine}found    {found}";
    }

    private static string Tell(bool isTaken, string open, string status) => $"{(isTaken ? "taken" : "refused")}, {status}: {open}";

    private static string? Replay(Plan[] trunk, List<Deed> deeds)
    {
        var machine = new OracleMachine(trunk);
        for (var count = 1; count <= deeds.Count; count++)
        {
            if (Compare(trunk, machine, deeds[..count]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static void Fail(int seed, Plan[] trunk, List<Deed> played)
    {
        var (plan, deeds) = Shrink(trunk, played);
        Assert.Fail(string.Join(Environment.NewLine, [$"seed {seed}", .. Describe(plan, ""), .. deeds.Select(deed => deed.ToString()), Replay(plan, deeds) ?? "It does not fail again."]));
    }

    /// <summary>Leaves out deeds and blocks as long as it still fails.</summary>
    private static (Plan[] Trunk, List<Deed> Deeds) Shrink(Plan[] trunk, List<Deed> deeds)
    {
        for (var isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            for (var index = deeds.Count - 1; index >= 0; index--)
            {
                List<Deed> fewer = [.. deeds[..index], .. deeds[(index + 1)..]];
                (deeds, isSmaller) = Fails(trunk, fewer) ? (fewer, true) : (deeds, isSmaller);
            }

            foreach (var smaller in Smaller(trunk).Where(smaller => Fails(smaller, deeds)))
            {
                (trunk, isSmaller) = (smaller, true);
                break;
            }
        }

        return (trunk, deeds);
    }

    private static bool Fails(Plan[] trunk, List<Deed> deeds) => Replay(trunk, deeds) is not null;

    /// <summary>The same drawing without one of its blocks, or with what stands in a block instead of it.</summary>
    private static IEnumerable<Plan[]> Smaller(Plan[] plans)
    {
        for (var index = 0; index < plans.Length; index++)
        {
            yield return [.. plans[..index], .. plans[(index + 1)..]];
            foreach (var inside in plans[index].Inside.Where(inside => inside.Length > 0))
            {
                yield return [.. plans[..index], .. inside, .. plans[(index + 1)..]];
            }

            foreach (var (way, inside) in plans[index].Inside.Index())
            {
                foreach (var smaller in Smaller(inside).Where(smaller => plans[index] is not Plan.Loop || smaller.FirstOrDefault() is Plan.Step))
                {
                    yield return [.. plans[..index], With(plans[index], way, smaller), .. plans[(index + 1)..]];
                }
            }
        }
    }

    private static Plan With(Plan plan, int way, Plan[] inside) => plan switch
    {
        Plan.Choice choice => choice with { Ways = [.. choice.Ways[..way], inside, .. choice.Ways[(way + 1)..]] },
        Plan.Split split => split with { Ways = [.. split.Ways[..way], inside, .. split.Ways[(way + 1)..]] },
        Plan.Loop loop => loop with { Body = inside },
        _ => plan,
    };

    private static IEnumerable<string> Describe(Plan[] plans, string indent)
        => plans.SelectMany(plan => plan.Inside.SelectMany((way, index) => Describe(way, $"{indent}  {index}: ")).Prepend(indent + plan));
}
