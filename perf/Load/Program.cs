using Approvals.Load.BareTurn;
using Approvals.Load.Engine;
using Approvals.Load.Http;
using Approvals.Load.Licences;
using Approvals.Load.Log;
using Approvals.Load.Sealing;

namespace Approvals.Load;

internal static class Entry
{
    private const string Usage = """
        usage: load bare-turn DIR SECONDS
               load bare-turn-check DIR
               load engine memory S1|S2|S3 SECONDS
               load engine durable S1|S2|S3 DIR SECONDS [--callers N]
               load engine growth DIR SECONDS STORED...
               load engine definitions DIR SECONDS COUNT
               load engine timers DIR COUNT
               load accepted-case DIR
               load empty-endpoint URL
               load sealing MB
               load log DIR SECONDS SLICES
               load tree LEAVES
               load licences DIR SECONDS
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bare-turn", var folder, var seconds]:
                await BareTurnLoad.RunAsync(folder, int.Parse(seconds));
                return 0;
            case ["bare-turn-check", var folder]:
                return BareTurnCheck.Run(folder);
            case ["engine", "memory", var shape, var seconds]:
                MemoryLoad.Run(Shape.Parse(shape), int.Parse(seconds));
                return 0;
            case ["engine", "durable", var shape, var folder, var seconds]:
                await DurableLoad.RunAsync(Shape.Parse(shape), folder, int.Parse(seconds), callers: 64);
                return 0;
            case ["engine", "durable", var shape, var folder, var seconds, "--callers", var callers]:
                await DurableLoad.RunAsync(Shape.Parse(shape), folder, int.Parse(seconds), int.Parse(callers));
                return 0;
            case ["engine", "growth", var folder, var seconds, .. var sizes]:
                await GrowthLoad.RunAsync(folder, int.Parse(seconds), sizes.Select(int.Parse));
                return 0;
            case ["engine", "definitions", var folder, var seconds, var count]:
                await DefinitionsLoad.RunAsync(folder, int.Parse(seconds), int.Parse(count));
                return 0;
            case ["engine", "timers", var folder, var count]:
                await TimersLoad.RunAsync(folder, int.Parse(count));
                return 0;
            case ["accepted-case", var folder]:
                return await AcceptedCase.RunAsync(folder);
            case ["empty-endpoint", var url]:
                await EmptyEndpoint.RunAsync(url);
                return 0;
            case ["sealing", var megabytes]:
                SealingLoad.Run(int.Parse(megabytes));
                return 0;
            case ["log", var folder, var seconds, var slices]:
                await LogLoad.RunAsync(folder, int.Parse(seconds), int.Parse(slices));
                return 0;
            case ["tree", var leaves]:
                await TreeProofs.RunAsync(long.Parse(leaves));
                return 0;
            case ["licences", var folder, var seconds]:
                await LicenceLoad.RunAsync(folder, int.Parse(seconds));
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
