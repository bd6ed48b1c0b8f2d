using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Tests.State;

public sealed class ItemNodeTests
{
    private static readonly Actor Somebody = new(string.Empty, string.Empty, null, null, null);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ListChildren_StaysInOrder_WhateverChanges(int seed)
    {
        var random = new Random(seed);
        var folder = New("folder", isFolder: true);
        var expected = new SortedDictionary<string, ItemNode>(StringComparer.OrdinalIgnoreCase);
        for (var step = 0; step < 2000; step++)
        {
            var name = $"{(step % 2 == 0 ? 'n' : 'N')}{random.Next(300)}";
            var known = expected.GetValueOrDefault(name);
            switch (random.Next(3))
            {
                case 0 when known is not null:
                    known.Detach();
                    expected.Remove(name);
                    break;
                case 1 when known is not null && !expected.ContainsKey("x" + name):
                    known.Rename("x" + name);
                    expected.Remove(name);
                    expected.Add("x" + name, known);
                    break;
                case 2 when known is null:
                    expected.Add(name, New(name, isFolder: false));
                    folder.Attach(expected[name]);
                    break;
            }

            if (step % 7 == 0)
            {
                Assert.Equal(expected.Values, folder.ListChildren());
                Assert.Equal(expected.Count, folder.ChildCount);
            }
        }

        Assert.All(expected, pair => Assert.Same(pair.Value, folder.FindChild(pair.Key.ToUpperInvariant())));
    }

    private static ItemNode New(string name, bool isFolder)
        => new(Guid.NewGuid().ToString(), Guid.NewGuid(), name, isFolder) { CreatedBy = Somebody, ModifiedBy = Somebody };
}
