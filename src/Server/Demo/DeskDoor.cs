using Approvals.Server.Api.Tenders;
using Approvals.Server.Holding;

namespace Approvals.Server.Demo;

/// <summary>A tender's door inside the process, at the instant of a clock of its own: how the demonstration's parties act in the past.</summary>
internal sealed class DeskDoor(TenderDesk desk, string tender, TimeProvider clock) : ITenderDoor
{
    public Task<byte[]?> GetAsync(string what, CancellationToken cancellation) =>
        Task.FromResult(desk.Get(tender, what, 0, clock.GetUtcNow()));

    public Task<DoorAnswer> PostAsync(string what, byte[] body, string? code, CancellationToken cancellation) =>
        desk.PostAsync(tender, what, body, new TenderCaller(code ?? "", null), clock.GetUtcNow(), cancellation);
}
