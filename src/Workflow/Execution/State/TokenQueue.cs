namespace Approvals.Workflow.Execution.State;

/// <summary>The tokens ready to move, first come first served.</summary>
internal sealed class TokenQueue
{
    private Token[] items = new Token[4];
    private int head;
    private int count;

    public int Count => count;

    public Token Head => items[head];

    public Token this[int index] => items[(head + index) & (items.Length - 1)];

    public void Enqueue(Token token)
    {
        if (count == items.Length)
        {
            var larger = new Token[items.Length * 2];
            for (var i = 0; i < count; i++)
            {
                larger[i] = this[i];
            }

            items = larger;
            head = 0;
        }

        items[(head + count) & (items.Length - 1)] = token;
        count++;
        token.Scope.ReadyTokens++;
    }

    public void Dequeue()
    {
        items[head].Scope.ReadyTokens--;
        items[head] = default;
        head = (head + 1) & (items.Length - 1);
        count--;
    }

    public void RemoveScope(ScopeState scope)
    {
        for (var left = count; left > 0; left--)
        {
            var token = Head;
            Dequeue();
            if (!ReferenceEquals(token.Scope, scope))
            {
                Enqueue(token);
            }
        }
    }
}
