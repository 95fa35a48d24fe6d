using Approvals.Load.BareTurn;

namespace Approvals.Load;

internal static class Entry
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bare-turn", var folder, var seconds]:
                await BareTurnLoad.RunAsync(folder, int.Parse(seconds));
                return 0;
            case ["bare-turn-check", var folder]:
                return BareTurnCheck.Run(folder);
            default:
                await Console.Error.WriteLineAsync("usage: load bare-turn DIR SECONDS | bare-turn-check DIR");
                return 2;
        }
    }
}
