using Approvals.Server.Reads.Operate;

namespace Approvals.Server.Pages.Operate.Processes;

/// <summary>流程运行: the deployed processes, what runs of each and what is stuck.</summary>
public sealed class IndexModel(OperateServices services, ProcessesQuery processes) : OperateModel(services)
{
    public IReadOnlyList<ProcessLine> Processes { get; private set; } = [];

    public void OnGet() => Processes = processes.Read();
}
