using System.Globalization;
using System.Text.Json;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Work;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Flows;

/// <summary>Tells members something within the program, in <c>sys_message</c>: each once, however often the job is carried out.</summary>
public sealed class MessageJob(WorkspaceConnections connections, IdAllocator ids, TimeProvider clock) : IFlowJobHandler
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public string Kind => "message";

    public async Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var payload = JsonSerializer.Deserialize<JsonElement>(job.Job.Payload);
        var receivers = payload.GetProperty("to").EnumerateArray().Select(member => member.GetInt64()).Distinct().ToArray();
        var cause = string.Create(CultureInfo.InvariantCulture, $"flow:{job.InstanceId}/{job.Job.Id}");
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var told = await context.Messages.Where(message => message.Cause == cause).Select(message => message.MemberId).ToListAsync(cancellationToken);
        var title = await context.FlowInstances.Where(instance => instance.Id == job.InstanceId).Select(instance => instance.Title).SingleOrDefaultAsync(cancellationToken);
        long[] members = [.. (await context.Users.Where(member => receivers.Contains(member.Id)).Select(member => member.Id).ToListAsync(cancellationToken)).Except(told)];
        if (title is not null && members.Length > 0)
        {
            var first = await ids.NextAsync(write, IdSequence.Message, members.Length, cancellationToken);
            context.AddRange(members.Select((member, index) => new Message
            {
                Id = first + index, MemberId = member, Cause = cause, At = clock.GetUtcNow().UtcDateTime, Kind = payload.GetProperty("about").GetString()!, Title = title,
                Text = payload.TryGetProperty("text", out var text) ? text.GetString() : null, FlowInstanceId = job.InstanceId,
            }));
            await context.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return new FlowJobResult.Done(null);
    }
}
