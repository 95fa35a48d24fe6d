using Approvals.Kernel.Store;

namespace Approvals.Kernel.Turns;

/// <summary>
/// Int64 keys from blocks that the store hands out inside the turn's transaction. After a transaction that did not
/// happen, <see cref="Forget"/> makes the next key come from the store again; keys are skipped, never given twice.
/// </summary>
internal sealed class KeyBlocks
{
    public const string Things = "thing";
    public const string Turns = "turn";
    private const int BlockSize = 1024;

    private static readonly SqlText Take = new(
        """
        INSERT INTO key_block (name, next) VALUES (?1, 1 + ?2)
        ON CONFLICT (name) DO UPDATE SET next = next + ?2
        """
    );

    private static readonly SqlText Read = new("SELECT next FROM key_block WHERE name = ?1");

    private readonly Dictionary<string, Block> blocks = new(StringComparer.Ordinal);
    private bool taken;

    /// <summary>Marks where a turn begins, for <see cref="ForgetTurn"/>.</summary>
    public void BeginTurn() => taken = false;

    public long Next(SqlSession session, string name)
    {
        if (!blocks.TryGetValue(name, out var block))
        {
            blocks[name] = block = new Block();
        }

        if (block.Next == block.End)
        {
            taken = true;
            session.Execute(Take, name, BlockSize);
            block.End = session.QueryInteger(Read, name)!.Value;
            block.Next = block.End - BlockSize;
        }

        return block.Next++;
    }

    public void Forget() => blocks.Clear();

    /// <summary>As <see cref="Forget"/>, when this turn took a block: its rollback gave the block back.</summary>
    public void ForgetTurn()
    {
        if (taken)
        {
            Forget();
        }
    }

    private sealed class Block
    {
        public long Next { get; set; }

        public long End { get; set; }
    }
}
